import { writeFileSync } from "node:fs";

/** How the names of the files begin that are written here. */
export const prefix = "downhill";

/** Writes a file into the folder that this runs in. */
export function download(data: unknown, name: string) {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,80}\.(csv|tsv|json|txt|md|tex|bin)$/u.test(name))
    throw new RangeError(`download: give the file a plain name such as "run.csv", got ${name}`);
  const file = `${prefix}-${name}`;
  writeFileSync(file, contentOf(data, name));
  console.log(`Wrote ${file}`);
}

function contentOf(data: unknown, name: string): string | Uint8Array {
  if (typeof data === "string") return data;
  if (name.endsWith(".csv")) return separated(data, ",");
  if (name.endsWith(".tsv")) return separated(data, "\t");
  if (ArrayBuffer.isView(data) && name.endsWith(".bin"))
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return JSON.stringify(data, (_, one) => (ArrayBuffer.isView(one) ? listOf(one) : one), 2);
}

function listOf(view: ArrayBufferView): number[] {
  return Array.from(view as Float64Array);
}

/** Rows of values, quoted where the separator or a quote stands in them. */
function separated(data: unknown, separator: string): string {
  const rows = Array.from(data as ArrayLike<unknown>, (row) =>
    ArrayBuffer.isView(row) ? listOf(row) : typeof row === "object" && row ? row : [row],
  );
  const records = rows.filter((row) => !Array.isArray(row));
  const columns = [...new Set(records.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) =>
    Array.isArray(row) ? row : columns.map((column) => (row as Record<string, unknown>)[column]),
  );
  return [...(columns.length > 0 ? [columns] : []), ...lines]
    .map((line) => `${line.map((one) => quoted(one, separator)).join(separator)}\r\n`)
    .join("");
}

function quoted(value: unknown, separator: string): string {
  const text =
    typeof value !== "object" || value === null
      ? String(value ?? "")
      : ArrayBuffer.isView(value)
        ? listOf(value).join(" ")
        : JSON.stringify(value);
  return new RegExp(`["\\n\\r${separator}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
