import { say, sayCount } from "#src/language/say.ts";
import { isRecord } from "./foreign.ts";
import { boundedKey } from "./student.ts";
import type { Override, Overrides } from "./table.ts";

/** Stands first in a file of what a teacher decided by hand. */
export const MARKS_FORMAT = "downhill-marks";
const MARKS_VERSION = 1;
/** Most characters of a comment. */
export const LONGEST_COMMENT = 10_000;
const MOST_POINTS = 1000;

/** What could be read of decisions by hand. */
export interface Sound {
  readonly marks: Overrides;
  /** Entries in `marks`. */
  readonly taken: number;
  /** Entries that are not in `marks`, or not whole. */
  readonly left: number;
}

/**
 * The text of a file with what was decided by hand.
 * @param assignment whose it is: see `assignmentDigest`
 */
export function marksText(assignment: string, marks: Overrides): string {
  return `${JSON.stringify({ format: MARKS_FORMAT, version: MARKS_VERSION, assignment, marks }, undefined, 1)}\n`;
}

/**
 * What was decided by hand, in the text of a file, with what to say of entries that are `left` out;
 * or what is wrong with the file.
 */
export function readMarks(
  text: string,
  assignment: string,
): { readonly marks: Overrides; readonly left?: string } | { readonly problem: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {
      problem: say(
        "This file cannot be read: it is no JSON, or not all of it is there. Choose a file that “Save comments and points” made.",
      ),
    };
  }
  if (!isRecord(data) || data["format"] !== MARKS_FORMAT)
    return {
      problem: say(
        "This file holds no comments and points. Choose a file that “Save comments and points” made.",
      ),
    };
  if (data["version"] !== MARKS_VERSION)
    return {
      problem: say(
        "This file is of version {version}; this edition of the book reads version {own}. Open it with the edition that made it.",
        { version: String(data["version"]).slice(0, 20), own: MARKS_VERSION },
      ),
    };
  if (data["assignment"] !== assignment)
    return {
      problem: say(
        "These comments and points belong to another assignment, or to another form of it. Open that assignment first.",
      ),
    };
  const sound = soundIn(data["marks"]);
  if (!sound || (sound.left > 0 && sound.taken === 0))
    return {
      problem: say("This file was changed and is not whole, so nothing was taken from it."),
    };
  const { marks, left } = sound;
  return { marks, ...(left > 0 && { left: leftWords(left) }) };
}

/** What to say of entries that could not be taken. */
export function leftWords(left: number): string {
  return sayCount(
    {
      one: "{count} entry of it could not be taken, or not whole.",
      other: "{count} entries of it could not be taken, or not whole.",
    },
    left,
  );
}

/**
 * What was decided by hand, in data from anywhere, as far as it is sound; nothing when it is something
 * else.
 */
export function soundIn(data: unknown): Sound | undefined {
  if (!isRecord(data)) return undefined;
  let taken = 0;
  let left = 0;
  const students = Object.entries(data).map(([key, own]) => {
    if (!isRecord(own)) left++;
    const entries = Object.entries(isRecord(own) ? own : {}).flatMap(([exercise, one]) => {
      const { override, whole } = soundOverride(one);
      if (override) taken++;
      if (!whole) left++;
      return override ? [[exercise, override] as const] : [];
    });
    // An earlier edition did not bound the key.
    return [boundedKey(key), Object.fromEntries(entries)] as const;
  });
  const marks = Object.fromEntries(students.filter(([, own]) => Object.keys(own).length > 0));
  return { marks, taken, left };
}

/** What of an entry is sound, and whether that is all of it. */
function soundOverride(data: unknown): {
  readonly override?: Override;
  readonly whole: boolean;
} {
  if (!isRecord(data)) return { whole: false };
  const { points, comment } = data;
  const sound: Override = {
    ...(typeof points === "number" && points >= 0 && points <= MOST_POINTS && { points }),
    // The beginning of a comment that is too long is better than none.
    ...(typeof comment === "string" && { comment: comment.slice(0, LONGEST_COMMENT) }),
  };
  const whole = sound.points === points && sound.comment === comment;
  return { ...((whole || Object.keys(sound).length > 0) && { override: sound }), whole };
}
