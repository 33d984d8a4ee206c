import { inspect } from "node:util";
import { showDrawing } from "./drawing-file.ts";
import { isDrawing } from "./plot.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Shows values as text. */
export function display(...values: readonly unknown[]): unknown {
  const shown = values.filter((value) => value !== undefined).map(show);
  return shown.some((one) => one instanceof Promise)
    ? Promise.all(shown).then(() => {})
    : undefined;
}

function show(value: unknown): unknown {
  if (isDrawing(value)) return showDrawing(value); // with Plot
  if (isAsyncGenerator(value)) return showFrames(value); // with generators
  return console.log(inWords(value));
}

/** A value in words: numbers with six digits, records as a table, a run by its first and last steps. */
function inWords(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return String(value);
  if (isDrawing(value)) return "(a drawing)"; // with Plot
  if (isGenerator(value)) return generatorInWords(value); // with generators
  if (isFields(value) && typeof value["tex"] === "string") return value["tex"]; // with tex
  if (isRun(value)) return runInWords(value); // with runs
  if (Array.isArray(value) && value.length > 0 && value.every(isFlat)) return table(value);
  return inspect(rounded(value), { depth: 4, maxArrayLength: 100 });
}

/** Numbers with six digits, also inside lists and records. */
function rounded(value: unknown, depth = 0): unknown {
  if (typeof value === "number")
    return Number.isInteger(value) ? value : Number(value.toPrecision(6));
  if (depth > 4) return value;
  const inside = (one: unknown) => rounded(one, depth + 1);
  if (value instanceof Float64Array || Array.isArray(value)) return Array.from(value, inside);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one)]));
}

function table(rows: readonly Fields[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: unknown) => (value === undefined ? "" : inWords(value));
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) => line.map((one, i) => one.padStart(widths[i]!)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

/** A run of a method: its steps, and how it ended. */
function isRun(value: unknown): value is { method: unknown; frames: Fields[]; outcome: Fields } {
  if (!isFields(value) || !isFields(value["outcome"])) return false;
  return Array.isArray(value["frames"]) && value["frames"].every(isFrame);
}

function runInWords({
  method,
  frames,
  outcome,
}: {
  method: unknown;
  frames: Fields[];
  outcome: Fields;
}): string {
  const rows = frames.map(({ k, x, f, gradientNorm }) => ({ step: k, x, f, "‖∇f‖": gradientNorm }));
  const shown = rows.length > 10 ? [...rows.slice(0, 6), ...rows.slice(-3)] : rows;
  return `${table(shown)}\n${method}: ${outcome["kind"]} after ${frames.at(-1)?.["k"]} steps`;
}

/** What a generator yields, each before the next is computed, up to 300. */
function generatorInWords(generator: Generator): string {
  const [words, frames, drawings]: [string[], Fields[], unknown[]] = [[], [], []];
  let next = generator.next();
  for (; !next.done && words.length + drawings.length < 300; next = generator.next()) {
    if (isDrawing(next.value) && drawings.push(next.value)) continue; // with Plot
    if (isFrame(next.value) && words.length === 0) frames.push(next.value);
    else words.push(inWords(next.value));
  }
  if (drawings.length > 0) showDrawing(drawings.at(-1) as Element); // with Plot
  if (drawings.length > 0) words.push(`${drawings.length} drawings, the last above`); // with Plot
  if (frames.length === 0) return framesInWords(words);
  return runInWords({ method: "run", frames, outcome: isFields(next.value) ? next.value : {} });
}

async function showFrames(generator: AsyncGenerator) {
  const words: string[] = [];
  for await (const frame of generator) if (words.push(inWords(frame)) === 300) break;
  console.log(framesInWords(words));
}

function framesInWords(words: readonly string[]): string {
  return words.map((one, i) => `${i + 1} of ${words.length}:\n${one}`).join("\n");
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isPlain(value: unknown): value is Fields {
  return isFields(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

function isFlat(value: unknown): value is Fields {
  const flat = (one: unknown) =>
    !isFields(one) || (!isPlain(one) && (one as unknown as ArrayLike<unknown>).length <= 4);
  return isPlain(value) && Object.values(value).every(flat);
}

function isFrame(value: unknown): value is Fields {
  return isFields(value) && typeof value["k"] === "number" && ArrayBuffer.isView(value["x"]);
}

function isGenerator(value: unknown): value is Generator {
  return Object.prototype.toString.call(value) === "[object Generator]";
}

function isAsyncGenerator(value: unknown): value is AsyncGenerator {
  return Object.prototype.toString.call(value) === "[object AsyncGenerator]";
}
