import type { Matrix } from "./output.ts";
import { tableCell } from "./tabulate.ts";
import { isMatrix } from "./vector.ts";

/** Rows, columns and entries kept of a matrix. */
const ROWS = 200;
const COLUMNS = 100;
const ENTRIES = 6000;

/** Two rows of numbers or more as a matrix in brackets. */
export function matrixOutput(value: unknown): Matrix | undefined {
  if (!isMatrix(value)) return undefined;
  const width = value[0]?.length ?? 0;
  const columns = Math.min(width, COLUMNS);
  const rows = Math.min(value.length, ROWS, Math.floor(ENTRIES / columns));
  return {
    kind: "matrix",
    shape: [value.length, width],
    rows: value
      .slice(0, rows)
      .map((row) => Array.from({ length: columns }, (_, i) => tableCell(row[i]))),
  };
}
