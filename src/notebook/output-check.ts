import type { Output, TableCell } from "./output.ts";

/**
 * Whether data is an output in every part. What comes out of the sandbox can be forged by the code
 * in it, and the markup of an output goes into the page.
 */
export function isOutput(data: unknown): data is Output {
  if (!isRecord(data)) return false;
  switch (data.kind) {
    case "number":
      return isText(data.text) && isText(data.full);
    case "text":
      return isText(data.text) && isOptional(data.full, isText);
    case "svg":
      return isText(data.source);
    case "log":
      return isText(data.text) && oneOf(data.level, ["log", "warn", "error"]);
    case "error":
      return (
        oneOf(data.stage, ["syntax", "cell", "run"]) &&
        isText(data.message) &&
        isOptional(data.line, isCount) &&
        isOptional(data.column, isCount) &&
        isOptional(data.cell, isText)
      );
    case "table":
      return (
        isListOf(data.columns, isText) &&
        isListOf(data.rows, (row) => isListOf(row, isTableCell)) &&
        isCount(data.total) &&
        isOptional(data.note, isText)
      );
    default:
      return false;
  }
}

/** Whether data is a list of which every item is of a kind. */
export function isListOf<T>(data: unknown, is: (item: unknown) => item is T): data is readonly T[];
export function isListOf(data: unknown, is: (item: unknown) => boolean): boolean;
export function isListOf(data: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(data) && data.every(is);
}

/** Whether data is an object whose fields can be looked at. */
export function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}

function isTableCell(data: unknown): data is TableCell {
  return (
    isRecord(data) &&
    isText(data.text) &&
    isOptional(data.full, isText) &&
    typeof data.numeric === "boolean"
  );
}

/** Whether data is a text. */
export const isText = (data: unknown): data is string => typeof data === "string";
const isCount = (data: unknown) => typeof data === "number" && Number.isInteger(data);
const oneOf = (data: unknown, allowed: readonly string[]) => isText(data) && allowed.includes(data);
const isOptional = (data: unknown, is: (data: unknown) => boolean) =>
  data === undefined || is(data);
