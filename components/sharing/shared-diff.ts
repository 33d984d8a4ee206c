import { diffRows } from "#components/editor/diff-rows.ts";
import { make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import type { DiffLine } from "#src/notebook/line-diff.ts";
import { visibly } from "#src/sharing/visibly.ts";

/** The lines that differ, as a block to read before anything is put into the page. */
export function sharedDiff(diff: readonly DiffLine[], label: string): HTMLElement {
  const lines = diffRows(diff).map((row) => {
    if (typeof row === "number")
      return make(
        "span",
        { className: "shared-gap" },
        say("{number} lines the same\n", { number: row }),
      );
    const line = make(row.in === "both" ? "span" : "mark", {}, `${visibly(row.text)}\n`);
    line.className = "diff-line shared-line";
    line.dataset["in"] = row.in;
    return line;
  });
  return block(label, lines);
}

/** A text that cannot be put into the page, to be read and copied. */
export function sharedText(text: string, label: string): HTMLElement {
  return block(label, [visibly(text)]);
}

function block(label: string, content: readonly (Node | string)[]): HTMLElement {
  const pre = make("pre", { className: "code shared-code", tabIndex: 0 }, ...content);
  pre.ariaLabel = label;
  return pre;
}
