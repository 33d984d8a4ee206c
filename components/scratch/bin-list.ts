import { ago } from "#components/cell/ago.ts";
import { button, make } from "#components/shell/make.ts";
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
    const what = part.kind === "code" ? `Cell ${part.id}` : "Text";
    return make(
      "li",
      {},
      make("code", { className: "scratch-title" }, line?.trim().slice(0, 80) ?? what),
      make("span", { className: "scratch-about" }, `${what}, deleted ${ago(at, Date.now())}`),
      make(
        "span",
        { className: "scratch-acts" },
        button(
          "Restore",
          () => onRestore(part.id),
          `Restore ${what}: ${line?.trim().slice(0, 40) ?? "empty"}`,
        ),
      ),
    );
  }

  return {
    element,
    show(bin) {
      element.hidden = bin.length === 0;
      sum.textContent = `Deleted from this notebook (${bin.length})`;
      list.replaceChildren(...bin.toReversed().map(row));
    },
  };
}
