import type { FileOutput } from "./output.ts";
import { print } from "./print.ts";

/** Kinds of file that a cell may offer: none that a computer would run when it is opened. */
const types: Readonly<Record<string, string>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  json: "application/json",
  txt: "text/plain",
  md: "text/markdown",
  tex: "text/plain",
  bin: "application/octet-stream",
};

/** Largest file, in bytes or characters. */
const SIZE = 10_000_000;

/** What is wrong with a file's name, if anything: a plain name with one of the harmless endings. */
export function nameProblem(name: unknown): string | undefined {
  const endings = Object.keys(types).map((one) => `.${one}`);
  if (typeof name !== "string" || !/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,80}$/u.test(name))
    return `give the file a plain name such as "run.csv", got ${print(name)}`;
  if (!Object.hasOwn(types, endingOf(name)))
    return `a cell can offer files that end with ${endings.join(", ")}, got ${name}`;
  return undefined;
}

const endingOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** The media type of a file with a name that `nameProblem` allows. */
export const typeOf = (name: string): string => types[endingOf(name)] ?? "text/plain";

/**
 * A file that a cell offers to the reader, who saves it or not.
 *
 * Texts and bytes go in as they are. Otherwise the ending decides: `.csv` and `.tsv` take a list of
 * objects or rows of values, `.bin` a typed array, `.json` anything that JSON can hold, with typed
 * arrays as lists.
 * @throws TypeError or RangeError saying what was expected.
 */
export function fileOutput(data: unknown, name: unknown): FileOutput {
  const problem = nameProblem(name);
  if (problem !== undefined) throw new RangeError(`download: ${problem}`);
  const content = contentOf(data, String(name));
  const size = typeof content === "string" ? content.length : content.byteLength;
  if (size > SIZE)
    throw new RangeError(
      `download: a file may have up to ${SIZE / 1e6} MB, got ${Math.ceil(size / 1e6)} MB`,
    );
  return { kind: "file", name: String(name), content };
}

function contentOf(data: unknown, name: string): string | Uint8Array {
  if (typeof data === "string") return data;
  const ending = endingOf(name);
  if (ending === "csv") return separated(data, ",");
  if (ending === "tsv") return separated(data, "\t");
  if (ending === "json") return json(data);
  if (ending === "bin" && ArrayBuffer.isView(data))
    return new Uint8Array(
      data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer,
    );
  throw new TypeError(
    `download: ${name} takes ${ending === "bin" ? "a typed array" : "a text"}, got ${print(data).slice(0, 80)}. For records use a name that ends with .csv or .json`,
  );
}

function json(data: unknown): string {
  const text = JSON.stringify(
    data,
    (_, value) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value),
    2,
  );
  if (text === undefined) throw new TypeError(`download: JSON cannot hold ${print(data)}`);
  return text;
}

/** Rows of values, quoted where the separator or a quote stands in them (RFC 4180). */
function separated(data: unknown, separator: string): string {
  const rows = ArrayBuffer.isView(data) ? Array.from(data as Float64Array, (x) => [x]) : data;
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isRow))
    throw new TypeError(
      `download: a table is a list of objects, such as [{ t: 1, loss: 0.5 }], or of rows of values, got ${print(data).slice(0, 80)}`,
    );
  const records = rows.filter((row) => !Array.isArray(row) && !ArrayBuffer.isView(row));
  const columns = [...new Set(records.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) =>
    Array.isArray(row) || ArrayBuffer.isView(row)
      ? [...(row as Iterable<unknown>)]
      : columns.map((column) => (row as Record<string, unknown>)[column]),
  );
  return [...(columns.length > 0 ? [columns] : []), ...lines]
    .map((line) => line.map((value) => quoted(value, separator)).join(separator))
    .map((line) => `${line}\r\n`)
    .join("");
}

const isRow = (row: unknown): row is object => typeof row === "object" && row !== null;

function quoted(value: unknown, separator: string): string {
  const text =
    value === undefined || value === null
      ? ""
      : typeof value === "object"
        ? ArrayBuffer.isView(value)
          ? Array.from(value as Float64Array).join(" ")
          : JSON.stringify(value)
        : String(value);
  return new RegExp(`["\\n\\r${separator}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
