import { isRecord, isText } from "#src/classroom/foreign.ts";
import type { Override, Overrides } from "#src/classroom/table.ts";
import { say } from "#src/language/say.ts";
import { openStore, type Store } from "#src/notebook/store.ts";

/** Stands first in a file of what a teacher decided by hand. */
export const MARKS_FORMAT = "downhill-marks";
const MARKS_VERSION = 1;
const LONGEST_COMMENT = 10_000;
const LONGEST_KEY = 1000;
const MOST_POINTS = 1000;

/** Nothing decided yet. */
export const noMarks: Overrides = {};

/** What is decided by hand for one assignment, kept in this browser. */
export function openMarks(assignment: string): Store<Overrides> {
  return openStore({
    key: `downhill:marks:${assignment}`,
    version: 1,
    validate: overridesIn,
    name: "comments and points",
    otherwise: say("the table starts without them"),
  });
}

/**
 * The overrides with one more, or with one less when it says nothing.
 * @param exercise "" for the whole of the student's work
 */
export function withOverride(
  all: Overrides,
  student: string,
  exercise: string,
  { points, comment }: Override,
): Overrides {
  const said: Override = {
    ...(points !== undefined && { points }),
    ...(comment !== undefined && comment.trim() !== "" && { comment }),
  };
  const { [exercise]: _, ...others } = ownOf(all, student);
  const mine = Object.keys(said).length > 0 ? { ...others, [exercise]: said } : others;
  const { [student]: __, ...rest } = all;
  return Object.keys(mine).length > 0 ? { ...rest, [student]: mine } : rest;
}

/** What is decided for a student, whose key may be any text. */
function ownOf(all: Overrides, student: string): Readonly<Record<string, Override>> {
  return Object.hasOwn(all, student) ? (all[student] ?? {}) : {};
}

/** Both together; where both say something of the same, the second. */
export function merged(first: Overrides, second: Overrides): Overrides {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(
    keys.map((key) => [key, { ...ownOf(first, key), ...ownOf(second, key) }]),
  );
}

/** The text of a file with what was decided by hand. */
export function marksText(assignment: string, marks: Overrides): string {
  return `${JSON.stringify({ format: MARKS_FORMAT, version: MARKS_VERSION, assignment, marks }, undefined, 1)}\n`;
}

/** What was decided by hand, in the text of a file, or what is wrong with the file. */
export function readMarks(
  text: string,
  assignment: string,
): { readonly marks: Overrides } | { readonly problem: string } {
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
        "This file is of version {slice}; this edition of the book reads version {marksVersion}. Open it with the edition that made it.",
        { slice: String(data["version"]).slice(0, 20), marksVersion: MARKS_VERSION },
      ),
    };
  if (data["assignment"] !== assignment)
    return {
      problem: say(
        "These comments and points belong to another assignment, or to another form of it. Open that assignment first.",
      ),
    };
  const marks = overridesIn(data["marks"]);
  return marks
    ? { marks }
    : { problem: say("This file was changed and is not whole, so nothing was taken from it.") };
}

function overridesIn(data: unknown): Overrides | undefined {
  if (!isRecord(data)) return undefined;
  const fine = Object.entries(data).every(
    ([key, own]) =>
      key.length <= LONGEST_KEY && isRecord(own) && Object.values(own).every(isOverride),
  );
  return fine ? (data as Overrides) : undefined;
}

function isOverride(data: unknown): data is Override {
  if (!isRecord(data)) return false;
  const { points, comment } = data;
  return (
    (points === undefined ||
      (typeof points === "number" && points >= 0 && points <= MOST_POINTS)) &&
    (comment === undefined || isText(comment, LONGEST_COMMENT))
  );
}

/** Points that a teacher typed, or what is wrong with them. An empty field decides nothing. */
export function pointsIn(
  text: string,
  most: number,
): { readonly points: number | undefined } | { readonly problem: string } {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { points: undefined };
  const points = /^\d+(?:\.\d+)?$|^\.\d+$/.test(plain) ? Number(plain) : Number.NaN;
  if (points >= 0 && points <= most) return { points };
  return {
    problem: say(
      "Points must be a number from 0 to {most}, got “{slice}”. Empty the field to go back to what was computed.",
      { most, slice: text.trim().slice(0, 20) },
    ),
  };
}
