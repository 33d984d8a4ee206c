import { button, make } from "#components/shell/make.ts";
import { saveFile } from "#components/shell/save-file.ts";
import { gather } from "#components/takeaway/gather.ts";
import type { TakenFormat } from "#src/takeaway/take-away.ts";
import { section } from "./section.ts";

const FORMATS: readonly (readonly [format: TakenFormat, name: string, words: string])[] = [
  ["ts", "TypeScript", "runs in Node with the package @downhill/optim"],
  ["ipynb", "Jupyter notebook", "for the kernel of Deno"],
  ["html", "Web page", "one file to read, with what the cells show"],
];

/** The section that saves a cell, with what it needs, or all cells of the page as a file. */
export function fileSection(only?: string): HTMLElement {
  const status = make("p", { className: "share-status", role: "status" });
  const take = async (format: TakenFormat) => {
    try {
      const { takeAway } = await import("#src/takeaway/take-away.ts");
      const { name, type, text } = await takeAway(format, gather(), only);
      saveFile(name, text, type);
      status.textContent = `Saved as ${name}`;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      status.textContent = `No file was made: ${reason.replace(/\.$/, "")}. Your work is as it was; check the connection and try again.`;
    }
  };
  const rows = FORMATS.map(([format, name, words]) =>
    make(
      "li",
      {},
      button(name, () => void take(format), `Save as ${name}`),
      make("span", {}, words),
    ),
  );
  const what = only === undefined ? "The cells of this page." : "This cell, with those it needs.";
  return section(
    "A file",
    make("p", {}, what),
    make("ul", { className: "share-files" }, ...rows),
    status,
  );
}
