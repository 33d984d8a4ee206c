import { say } from "#src/language/say.ts";
import { digits } from "./digits.ts";

/** How much of a value is written out. */
export interface Room {
  /** Levels of nesting that are opened; below them an object is shown by its name. */
  readonly depth: number;
  /** Entries of one array or object. */
  readonly entries: number;
  /** Values in all, however they are nested. */
  readonly values: number;
  /** Characters, at which a text is cut. */
  readonly length: number;
}

/** What stands in the page at once. */
export const glance: Room = { depth: 3, entries: 24, values: 2000, length: 4000 };
/** What a reader gets who asks for all. */
export const all: Room = { depth: 8, entries: 5000, values: 20_000, length: 100_000 };
/** Longest single line; what is longer is broken over several. */
const lineWidth = 64;

/** How numbers are written: rounded for the eye, or with all digits. */
export type WriteNumber = (value: number) => string;

/** A value as text, cut where it is long or deep. Never throws, whatever the value does when read. */
export function print(value: unknown, write: WriteNumber = digits, room: Room = glance): string {
  try {
    if (typeof value === "string") return cut(value, room);
    return cut(nested(value, { write, room, spent: { values: 0 } }, [], 0), room);
  } catch {
    return say("(a value that cannot be printed)");
  }
}

/** A text, cut where the room ends. */
export function cut(text: string, { length }: Room = glance): string {
  return text.length <= length
    ? text
    : say("{start}… ({number} more characters)", {
        start: text.slice(0, length),
        number: text.length - length,
      });
}

interface Style {
  readonly write: WriteNumber;
  readonly room: Room;
  /** Counts the values written so far. */
  readonly spent: { values: number };
}

function nested(value: unknown, style: Style, above: readonly unknown[], depth: number): string {
  const { write, room, spent } = style;
  if (++spent.values > room.values) return "…";
  switch (typeof value) {
    case "number":
      return write(value);
    case "string":
      return JSON.stringify(value.length > room.length ? `${value.slice(0, room.length)}…` : value);
    case "bigint":
      return `${value}n`;
    case "function":
      return `${/^class\b/.test(String(value)) ? "class" : "function"} ${value.name || "(anonymous)"}`;
    case "object":
      break;
    default:
      return String(value);
  }
  if (value === null) return "null";
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date || value instanceof RegExp) return String(value);
  if (above.includes(value)) return "(circular)";
  const inside = (child: unknown) => nested(child, style, [...above, value], depth + 1);
  const list = listOf(value);
  if (list) {
    const { name, length, at } = list;
    if (length > 0 && depth >= room.depth) return `${name || "Array"}(${length})`;
    const parts = Array.from({ length: Math.min(length, room.entries) }, (_, i) => inside(at(i)));
    if (length > room.entries) parts.push(more(length - room.entries));
    return lay(name && `${name} `, "[", parts, "]", depth);
  }
  if (value instanceof Map || value instanceof Set) {
    const name = value instanceof Map ? "Map" : "Set";
    if (depth >= room.depth) return `${name}(${value.size})`;
    const parts: string[] = [];
    for (const entry of value) {
      if (parts.length === room.entries) break;
      parts.push(
        Array.isArray(entry) ? `${inside(entry[0])} → ${inside(entry[1])}` : inside(entry),
      );
    }
    if (value.size > room.entries) parts.push(more(value.size - room.entries));
    return lay(`${name} `, "{", parts, "}", depth);
  }
  return record(value, inside, depth, room);
}

function record(
  value: object,
  inside: (child: unknown) => string,
  depth: number,
  room: Room,
): string {
  const maker = Object.getPrototypeOf(value)?.constructor?.name;
  const name = typeof maker === "string" && maker !== "Object" ? `${maker} ` : "";
  const keys = Object.keys(value);
  if (keys.length > 0 && depth >= room.depth) return name ? name.trim() : "{…}";
  const parts = keys.slice(0, room.entries).map((key) => {
    const label = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
    return `${label}: ${inside((value as Record<string, unknown>)[key])}`;
  });
  if (keys.length > room.entries) parts.push(more(keys.length - room.entries));
  return lay(name, "{", parts, "}", depth, " ");
}

const more = (number: number) => say("… {number} more", { number });

/** Arrays and typed arrays alike; the plain ones need no name. */
function listOf(value: object) {
  if (Array.isArray(value)) return { name: "", length: value.length, at: (i: number) => value[i] };
  if (!ArrayBuffer.isView(value) || value instanceof DataView) return undefined;
  const numbers = value as Float64Array;
  // Vectors of this book are Float64Arrays: naming each would be noise.
  const name = value instanceof Float64Array ? "" : value.constructor.name;
  return { name, length: numbers.length, at: (i: number) => numbers[i] };
}

function lay(
  name: string,
  open: string,
  parts: readonly string[],
  close: string,
  depth: number,
  pad = "",
): string {
  if (parts.length === 0) return `${name}${open}${close}`;
  const line = `${name}${open}${pad}${parts.join(", ")}${pad}${close}`;
  if (line.length + 2 * depth <= lineWidth && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth + 1);
  // Long vectors of numbers run on; anything with structure gets a line for each entry.
  const plain = parts.every((part) => /^[-\w.+…~ ]+$/.test(part));
  if (plain && open === "[") return `${name}[${wrap(parts, indent)}]`;
  return `${name}${open}\n${parts.map((part) => indent + part).join(",\n")}\n${indent.slice(2)}${close}`;
}

function wrap(parts: readonly string[], indent: string): string {
  const lines: string[] = [""];
  for (const part of parts) {
    const last = lines.at(-1) ?? "";
    if (last && last.length + part.length + indent.length > lineWidth) lines.push(part);
    else lines[lines.length - 1] = last ? `${last}, ${part}` : part;
  }
  return lines.join(`,\n${indent.slice(1)}`);
}
