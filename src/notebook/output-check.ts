import { type Control, fits } from "./control.ts";
import { nameProblem } from "./file-output.ts";
import { MOST_OUTPUTS } from "./limits.ts";
import type { Output, TableCell } from "./output.ts";
import { TEX_LENGTH } from "./tex.ts";

/**
 * Whether data is an output in every part. What comes out of the sandbox can be forged by the code
 * in it, and the markup of an output goes into the page.
 */
export function isOutput(data: unknown): data is Output {
  if (!isRecord(data)) return false;
  switch (data.kind) {
    case "control":
      return isIndex(data.index) && isControl(data.control) && fits(data.control, data.value);
    case "number":
      return isText(data.text) && isText(data.full);
    case "text":
      return isText(data.text) && isOptional(data.full, isText) && isOptional(data.more, isText);
    case "tex":
      return isText(data.source) && data.source.length <= TEX_LENGTH;
    case "matrix":
      return isPair(data.shape) && isListOf(data.rows, (row) => isListOf(row, isTableCell));
    case "frames":
      return isListOf(data.frames, isFrame) && isOptional(data.note, isText);
    case "file":
      return (
        nameProblem(data.name) === undefined &&
        (isText(data.content) || data.content instanceof Uint8Array)
      );
    case "svg":
      return isText(data.source) && isOptional(data.numbers, isTableOutput);
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
      return isTable(data);
    case "trace":
      return isTraceData(data);
    default:
      return false;
  }
}

/** A table by its kind too, by which its markup is chosen. */
const isTableOutput = (data: unknown) => isOutput(data) && data.kind === "table";

/** Something that can be shown alone, again and again. */
const isFrame = (data: unknown) =>
  isOutput(data) && data.kind !== "frames" && data.kind !== "control" && data.kind !== "file";

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

function isControl(data: unknown): data is Control {
  if (!isRecord(data) || !isText(data.label)) return false;
  switch (data.control) {
    case "slider":
    case "number":
      return (
        [data.min, data.max, data.step, data.value].every(Number.isFinite) &&
        oneOf(data.scale, ["linear", "log"])
      );
    case "select":
      return isListOf(data.options, isText) && isText(data.value);
    case "text":
      return isText(data.value);
    case "checkbox":
      return typeof data.value === "boolean";
    default:
      return (
        data.control === "point" &&
        [data.x, data.y, data.value].every(isPair) &&
        isOptional(data.levels, (levels) => isListOf(levels, isLevelLine))
      );
  }
}

const isPair = (data: unknown) =>
  Array.isArray(data) && data.length === 2 && data.every(Number.isFinite);

function isTable(data: unknown): boolean {
  return (
    isRecord(data) &&
    isListOf(data.columns, isText) &&
    isListOf(data.rows, (row) => isListOf(row, isTableCell)) &&
    isCount(data.total) &&
    isOptional(data.note, isText)
  );
}

function isTraceData({
  method,
  steps,
  losses,
  map,
  table,
}: Readonly<Record<string, unknown>>): boolean {
  return (
    isText(method) &&
    isListOf(steps, isCount) &&
    isListOf(losses, isNumber) &&
    steps.length === losses.length &&
    isOptional(map, (one) => isMap(one, steps.length)) &&
    isTable(table)
  );
}

function isMap(data: unknown, frames: number): boolean {
  return (
    isRecord(data) &&
    isListOf(data.path, isPair) &&
    (data.path as readonly unknown[]).length === frames &&
    isPair(data.x) &&
    isPair(data.y) &&
    isListOf(data.levels, isLevelLine)
  );
}

const isLevelLine = (data: unknown) => isText(data) && /^[MLZ\d.,\s-]*$/i.test(data);

function isTableCell(data: unknown): data is TableCell {
  return (
    isRecord(data) &&
    isText(data.text) &&
    isOptional(data.full, isText) &&
    typeof data.numeric === "boolean"
  );
}

/** Outputs of a run are few, and so are controls among them. */
const isIndex = (data: unknown) => isCount(data) && data >= 0 && data < MOST_OUTPUTS;

/** Whether data is a text. */
export const isText = (data: unknown): data is string => typeof data === "string";
const isNumber = (data: unknown): data is number => typeof data === "number";
/** Whether data is a whole number. */
export const isCount = (data: unknown): data is number =>
  typeof data === "number" && Number.isInteger(data);
const oneOf = (data: unknown, allowed: readonly string[]) => isText(data) && allowed.includes(data);
const isOptional = (data: unknown, is: (data: unknown) => boolean) =>
  data === undefined || is(data);
