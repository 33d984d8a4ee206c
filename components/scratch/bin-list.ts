import { ago } from "#components/cell/ago.ts";
import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import type { BinnedPart } from "#src/notebook/document-kept.ts";

/** What was deleted from a notebook, to be had again. */
export function binList(onRestore: (id: string) => void): {
  readonly element: HTMLElement;
  show(bin: readonly BinnedPart[]): void;
} {
  const sum = make("summary");
  const list = make("ol", { className: "scratch-list" });
  const element = make("details", { className: "scratch-bin", hidden: true }, sum, list);

  function row({ part, at }: BinnedPart): HTMLElement {
    const line = part.text.split("\n").find((one) => one.trim() !== "");
    const what = part.kind === "code" ? say("Cell {id}", { id: part.id }) : say("Text");
    return make(
      "li",
      {},
      make("code", { className: "scratch-title" }, line?.trim().slice(0, 80) ?? what),
      make(
        "span",
        { className: "scratch-about" },
        say("{what}, deleted {ago}", { what, ago: ago(at, Date.now()) }),
      ),
      make(
        "span",
        { className: "scratch-acts" },
        button(
          say("Restore"),
          () => onRestore(part.id),
          say("Restore {what}: {text}", {
            what,
            text: line?.trim().slice(0, 40) ?? say("empty"),
          }),
        ),
      ),
    );
  }

  return {
    element,
    show(bin) {
      element.hidden = bin.length === 0;
      sum.textContent = say("Deleted from this notebook ({number})", { number: bin.length });
      list.replaceChildren(...bin.toReversed().map(row));
    },
  };
}
