import { say } from "#src/language/say.ts";
import type { Hunk } from "#src/notebook/text-patch.ts";
import { patched, patchOf } from "#src/notebook/text-patch.ts";
import { signedLine, signLine } from "./signed-line.ts";

/** What a link to somebody's work on a page carries. */
export interface SharedPage {
  /** The chapter, or the page of a worked notebook, such as "notebook/digits". */
  readonly page: string;
  /** Who shares, as they call themselves. */
  readonly by?: string;
  readonly cells: readonly SharedCell[];
  /** Codes of the numbers that exercises are shown in, by the exercise's id. */
  readonly numbers: Readonly<Record<string, string>>;
}

/** What is not as the author left it in one cell. */
export interface SharedCell {
  readonly id: string;
  readonly edit?: SharedEdit;
  /** What its controls are set to, in order; `null` where one is as it came. */
  readonly settings: readonly (SharedSetting | null)[];
}

/** A changed text: as changes to the author's, or whole where that is shorter. */
export type SharedEdit =
  | { readonly kind: "changes"; readonly hunks: readonly Hunk[] }
  | { readonly kind: "whole"; readonly text: string };

/** Whether the value suits the control of that label is asked when the two meet. */
export interface SharedSetting {
  readonly label: string;
  readonly value: boolean | number | string | readonly [number, number];
}

/** The format that is written here; counted up when an older book could misread a link. */
const VERSION = 1;
/** The most that is read of a page: of cells, of numbers, and of characters in a name. */
const MOST_CELLS = 200;
const LONGEST_NAME = 40;

/** The changed text of a cell in the form that is shorter in a link. */
export function sharedEdit(original: string, text: string): SharedEdit {
  const changes: SharedEdit = { kind: "changes", hunks: patchOf(original, text) };
  const whole: SharedEdit = { kind: "whole", text };
  const length = (edit: SharedEdit) => JSON.stringify(editOut(edit)).length;
  return length(changes) < length(whole) ? changes : whole;
}

/** The shared text, or `undefined` when the author has changed the lines that it changes. */
export function textOf(edit: SharedEdit, original: string): string | undefined {
  return edit.kind === "whole" ? edit.text : patched(original, edit.hunks);
}

/** A name as it is shown: one line of at most forty characters, nothing invisible in it. */
export function nameOf(written: string): string | undefined {
  const shown = written
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim();
  return [...shown].slice(0, LONGEST_NAME).join("").trim() || undefined;
}

/** The page as JSON to be packed, short. */
export function toData({ page, by, cells, numbers }: SharedPage): unknown {
  return {
    v: VERSION,
    p: page,
    ...(by !== undefined && { b: by }),
    ...(cells.length > 0 && {
      c: cells.map(({ id, edit, settings }) => {
        const set = settings.map((one) => one && [one.label, one.value]);
        const any = settings.some((one) => one !== null);
        return [id, edit ? editOut(edit) : 0, ...(any ? [set] : [])];
      }),
    }),
    ...(Object.keys(numbers).length > 0 && { n: numbers }),
  };
}

/** The page that unpacked data mean, or in words why they mean none. They may come from anybody. */
export function fromData(data: unknown): SharedPage | { readonly problem: string } {
  if (!isRecord(data) || typeof data["v"] !== "number") return { problem: foreign };
  const { v, p, b, c = [], n = {} } = data;
  if (v !== VERSION)
    return {
      problem: say(
        "This link was made by another edition of the book (format {version}, here {own}), so it was not opened. Load the page anew; if this comes again, ask for the work as a file.",
        { version: v, own: VERSION },
      ),
    };
  if (typeof p !== "string" || !/^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(p)) return { problem: foreign };
  if (!Array.isArray(c) || c.length > MOST_CELLS || !isRecord(n)) return { problem: foreign };
  const cells = c.map(cellIn);
  const numbers = Object.entries(n).slice(0, MOST_CELLS);
  if (!cells.every((cell) => cell !== undefined)) return { problem: foreign };
  if (new Set(cells.map(({ id }) => id)).size < cells.length) return { problem: foreign };
  if (!numbers.every((pair): pair is [string, string] => typeof pair[1] === "string"))
    return { problem: foreign };
  const by = typeof b === "string" ? nameOf(b) : undefined;
  return { page: p, ...(by && { by }), cells, numbers: Object.fromEntries(numbers) };
}

const foreign = say(
  "This link carries something else than changes to a page of this book, so nothing was opened.",
);

/** A text, or for each place its first line and its lines, each behind a sign. */
function editOut(edit: SharedEdit): unknown {
  if (edit.kind === "whole") return edit.text;
  return edit.hunks.flatMap(({ start, lines }) => [start, lines.map(signLine).join("\n")]);
}

function editIn(data: unknown): SharedEdit | undefined {
  if (typeof data === "string") return { kind: "whole", text: data };
  if (!Array.isArray(data) || data.length % 2 === 1) return undefined;
  const hunks: Hunk[] = [];
  for (let i = 0; i < data.length; i += 2) {
    const [start, text] = [data[i], data[i + 1]] as readonly unknown[];
    if (typeof start !== "number" || !(start >= 0 && start < 1e6)) return undefined;
    if (!Number.isInteger(start) || typeof text !== "string") return undefined;
    const lines = text.split("\n").map(signedLine);
    if (!lines.every((line) => line !== undefined)) return undefined;
    hunks.push({ start, lines });
  }
  return { kind: "changes", hunks };
}

function cellIn(data: unknown): SharedCell | undefined {
  if (!Array.isArray(data)) return undefined;
  const [id, written, set = []] = data as readonly unknown[];
  if (typeof id !== "string" || id.length > 100 || !Array.isArray(set)) return undefined;
  const settings = set.map(settingIn);
  if (!settings.every((one) => one !== undefined)) return undefined;
  if (written === 0) return { id, settings };
  const edit = editIn(written);
  return edit && { id, edit, settings };
}

function settingIn(data: unknown): SharedSetting | null | undefined {
  if (data === null) return null;
  if (!Array.isArray(data)) return undefined;
  const [label, value] = data as readonly unknown[];
  return typeof label === "string" && isValue(value) ? { label, value } : undefined;
}

function isValue(value: unknown): value is SharedSetting["value"] {
  if (Array.isArray(value))
    return value.length === 2 && value.every((one) => typeof one === "number");
  return ["boolean", "number", "string"].includes(typeof value);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
