import { digits } from "./digits.ts";
import type { Table, TableCell } from "./output.ts";
import { print } from "./print.ts";

/** Rows shown of a table. */
const rowCap = 20;
/** Columns beyond which a list of objects is printed rather than tabulated. */
const columnCap = 12;
/** Longest vector that still fits into one table cell. */
const vectorCap = 4;

/** A list of flat objects as a table, or nothing when the value is something else. */
export function tabulate(value: unknown): Table | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const shown: unknown[] = value.slice(0, rowCap);
  if (!shown.every(flat)) return undefined;
  const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0 || columns.length > columnCap) return undefined;
  return {
    kind: "table",
    columns,
    rows: shown.map((row) => columns.map((column) => tableCell(row[column]))),
    total: value.length,
  };
}

/** A value in a cell of a table. */
export function tableCell(value: unknown): TableCell {
  if (value === undefined) return { text: "", numeric: false };
  const text = typeof value === "number" ? digits(value) : print(value);
  const full = print(value, String);
  return { text, ...(full === text ? {} : { full }), numeric: typeof value === "number" };
}

function flat(row: unknown): row is Record<string, unknown> {
  if (typeof row !== "object" || row === null) return false;
  const prototype = Object.getPrototypeOf(row);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(row).every(
    (value) =>
      value === null ||
      typeof value !== "object" ||
      ((Array.isArray(value) || value instanceof Float64Array) &&
        value.length <= vectorCap &&
        [...value].every((one) => typeof one === "number")),
  );
}
