import { applyPatch, structuredPatch } from "diff";
import type { DiffLine } from "./line-diff.ts";

/** One place where two texts differ. */
export interface Hunk {
  /** Its first line in the first text, counted from 1. */
  readonly start: number;
  /**
   * Lines that go, come, or stand around them. Those of the first text are told by three letters
   * made from them, which is enough to know them again and keeps a link short.
   */
  readonly lines: readonly DiffLine[];
}

/** Common lines around each place, by which it is found again when the text has changed elsewhere. */
const CONTEXT = 1;

/** What makes the second text of the first. */
export function patchOf(from: string, to: string): readonly Hunk[] {
  const { hunks } = structuredPatch("", "", `${from}\n`, `${to}\n`, "", "", { context: CONTEXT });
  return hunks.map(({ oldStart, lines }) => ({
    start: oldStart,
    lines: lines.map((line) => {
      const [text, side] = [line.slice(1), IN[line[0] ?? " "] ?? "both"];
      return { text: side === "theirs" ? text : lettersOf(text), in: side };
    }),
  }));
}

/**
 * A text with the changes made, or `undefined` when it has changed itself where they belong. Lines
 * that have only moved are found.
 */
export function patched(text: string, hunks: readonly Hunk[]): string | undefined {
  let shift = 0;
  const whole = hunks.map(({ start, lines }) => {
    const count = (side: DiffLine["in"]) => lines.filter((line) => line.in !== side).length;
    const [oldLines, newLines] = [count("theirs"), count("ours")];
    const hunk = {
      oldStart: start,
      oldLines,
      newStart: start + shift,
      newLines,
      lines: lines.map((line) => `${SIGN[line.in]}${line.text}`),
    };
    shift += newLines - oldLines;
    return hunk;
  });
  const made = applyPatch(
    `${text}\n`,
    {
      oldFileName: "",
      newFileName: "",
      oldHeader: undefined,
      newHeader: undefined,
      hunks: whole,
    },
    {
      autoConvertLineEndings: false,
      compareLine: (_, line, __, letters) => lettersOf(line) === letters,
    },
  );
  return made === false ? undefined : made.replace(/\n$/, "");
}

const IN: Readonly<Record<string, DiffLine["in"]>> = { "+": "theirs", "-": "ours" };
const SIGN: Readonly<Record<DiffLine["in"], string>> = { both: " ", ours: "-", theirs: "+" };

/** Three letters from a line: 18 bits of its FNV-1a hash, in the alphabet of base64url. */
function lettersOf(line: string): string {
  let hash = 0x811c9dc5;
  for (const letter of line) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return [0, 6, 12].map((bits) => ALPHABET[((hash ^ (hash >>> 18)) >>> bits) & 63]).join("");
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
