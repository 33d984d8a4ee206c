import { digits } from "./digits.ts";
import type { Table, TableCell } from "./output.ts";
import { print } from "./print.ts";
import { isVector } from "./vector.ts";

/** Rows and entries kept of a table. */
const rowCap = 1000;
const cellCap = 6000;
/** Columns beyond which a list of objects is printed rather than tabulated. */
const columnCap = 12;
/** Longest vector that still fits into one table cell. */
const vectorCap = 4;

/**
 * A list of flat objects as a table, or an object of equally long vectors as its columns; nothing
 * when the value is something else.
 */
export function tabulate(value: unknown): Table | undefined {
  if (!Array.isArray(value)) return ofColumns(value);
  if (value.length === 0) return undefined;
  const shown: unknown[] = value.slice(0, rowCap);
  if (!shown.every(flat)) return undefined;
  const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0 || columns.length > columnCap) return undefined;
  return {
    kind: "table",
    columns,
    rows: shown
      .slice(0, Math.floor(cellCap / columns.length))
      .map((row) => columns.map((column) => tableCell(row[column]))),
    total: value.length,
  };
}

/** A vector as a table of its entries, for `console.table`. */
export function tabulateVector(value: unknown): Table | undefined {
  return isVector(value) && value.length > 0
    ? ofColumns({ index: Array.from(value, (_, i) => i), value: Array.from(value) }, 0)
    : undefined;
}

/** Longer than what is read at a glance in one line. */
function ofColumns(value: unknown, longerThan = vectorCap): Table | undefined {
  if (!isPlain(value)) return undefined;
  const columns = Object.keys(value);
  const vectors = Object.values(value);
  if (columns.length === 0 || columns.length > columnCap || !vectors.every(isVector))
    return undefined;
  const total = vectors[0]?.length ?? 0;
  if (total <= longerThan || vectors.some(({ length }) => length !== total)) return undefined;
  const kept = Math.min(total, rowCap, Math.floor(cellCap / columns.length));
  return {
    kind: "table",
    columns,
    rows: Array.from({ length: kept }, (_, i) => vectors.map((vector) => tableCell(vector[i]))),
    total,
  };
}

/** A value in a cell of a table. */
export function tableCell(value: unknown): TableCell {
  if (value === undefined) return { text: "", numeric: false };
  const text = typeof value === "number" ? digits(value) : print(value);
  const full = print(value, String);
  return { text, ...(full === text ? {} : { full }), numeric: typeof value === "number" };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function flat(row: unknown): row is Record<string, unknown> {
  if (!isPlain(row)) return false;
  return Object.values(row).every(
    (value) =>
      value === null ||
      typeof value !== "object" ||
      ((Array.isArray(value) || value instanceof Float64Array) &&
        value.length <= vectorCap &&
        [...value].every((one) => typeof one === "number")),
  );
}
