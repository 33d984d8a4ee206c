import { addStyle } from "#components/shell/add-style.ts";
import { make } from "#components/shell/make.ts";
import { sayCount } from "#src/language/say.ts";
import type { DiffLine } from "#src/notebook/line-diff.ts";
import css from "./compared.css?inline";
import { diffRows } from "./diff-rows.ts";

export interface DiffWords {
  /** What the block is, for a screen reader. */
  readonly label: string;
  /** What a screen reader hears before a line only in ours, such as "goes:". */
  readonly ours: string;
  /** The same before a line only in theirs. */
  readonly theirs: string;
}

/**
 * The lines that differ between two texts, as a block to read.
 * @param className places the block
 * @param shown how a line is shown; as it is by default
 */
export function diffLines(
  diff: readonly DiffLine[],
  { label, ...said }: DiffWords,
  className: string,
  shown: (text: string) => string = (text) => text,
): HTMLElement {
  addStyle(css);
  const lines = diffRows(diff).map((row) => {
    if (typeof row === "number")
      return make(
        "span",
        { className: "compared-gap" },
        `${sayCount({ one: "{count} line the same", other: "{count} lines the same" }, row)}\n`,
      );
    const line = make(row.in === "both" ? "span" : "mark", {}, `${shown(row.text)}\n`);
    line.className = "diff-line compared-line";
    line.dataset["in"] = row.in;
    if (row.in !== "both") line.dataset["said"] = `${said[row.in]} `;
    return line;
  });
  const block = make("pre", { className: `code ${className}`, tabIndex: 0 }, ...lines);
  block.ariaLabel = label;
  return block;
}
