import { sayCount } from "#src/language/say.ts";
import type { DiffLine } from "#src/notebook/line-diff.ts";
import { diffRows } from "./diff-rows.ts";

/**
 * The lines that differ between two texts, as a block to read.
 * @param look names its styles, such as "history-line"
 * @param label what it is, for a screen reader
 */
export function diffLines(
  diff: readonly DiffLine[],
  look: "history" | "edition",
  label: string,
): HTMLElement {
  const lines = document.createElement("pre");
  lines.className = `code ${look}-diff`;
  lines.tabIndex = 0;
  lines.setAttribute("aria-label", label);
  for (const row of diffRows(diff)) {
    const gap = typeof row === "number";
    const line = document.createElement(gap || row.in === "both" ? "span" : "mark");
    line.textContent = gap
      ? sayCount({ one: "{count} line the same\n", other: "{count} lines the same\n" }, row)
      : `${row.text}\n`;
    line.className = gap ? `${look}-gap` : `diff-line ${look}-line`;
    if (!gap) line.dataset["in"] = row.in;
    lines.append(line);
  }
  return lines;
}
