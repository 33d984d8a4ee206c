import { button, make } from "#components/shell/make.ts";
import { saveFile } from "#components/shell/save-file.ts";
import { gather } from "#components/takeaway/gather.ts";
import { say } from "#src/language/say.ts";
import type { TakenFormat } from "#src/takeaway/take-away.ts";
import { section } from "./section.ts";

const FORMATS: readonly (readonly [format: TakenFormat, name: string, words: string])[] = [
  ["ts", "TypeScript", say("runs in Node with the package @downhill/optim")],
  ["ipynb", say("Jupyter notebook"), say("for the kernel of Deno")],
  ["html", say("Web page"), say("one file to read, with what the cells show")],
];

/** The section that saves a cell, with what it needs, or all cells of the page as a file. */
export function fileSection(only?: string): HTMLElement {
  const status = make("p", { className: "share-status", role: "status" });
  const take = async (format: TakenFormat) => {
    try {
      const { takeAway } = await import("#src/takeaway/take-away.ts");
      const { name, type, text } = await takeAway(format, gather(), only);
      saveFile(name, text, type);
      status.textContent = say("Saved as {name}", { name });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      status.textContent = say(
        "No file was made: {reason}. Your work is as it was; check the connection and try again.",
        { reason: reason.replace(/\.$/, "") },
      );
    }
  };
  const rows = FORMATS.map(([format, name, words]) =>
    make(
      "li",
      {},
      button(name, () => void take(format), say("Save as {name}", { name })),
      make("span", {}, words),
    ),
  );
  const what =
    only === undefined ? say("The cells of this page.") : say("This cell, with those it needs.");
  return section(
    say("A file"),
    make("p", {}, what),
    make("ul", { className: "share-files" }, ...rows),
    status,
  );
}
