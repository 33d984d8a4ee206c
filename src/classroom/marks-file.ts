import { say } from "#src/language/say.ts";
import { isRecord, isText } from "./foreign.ts";
import type { Override, Overrides } from "./table.ts";

/** Stands first in a file of what a teacher decided by hand. */
export const MARKS_FORMAT = "downhill-marks";
const MARKS_VERSION = 1;
const LONGEST_COMMENT = 10_000;
const LONGEST_KEY = 1000;
const MOST_POINTS = 1000;

/**
 * The text of a file with what was decided by hand.
 * @param assignment whose it is: see `assignmentDigest`
 */
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
  const marks = overridesIn(data["marks"]);
  return marks
    ? { marks }
    : { problem: say("This file was changed and is not whole, so nothing was taken from it.") };
}

/** What was decided by hand, in data from anywhere; nothing when it is something else. */
export function overridesIn(data: unknown): Overrides | undefined {
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
