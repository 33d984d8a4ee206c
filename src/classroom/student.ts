import { hash, type VariantCode, writeCode } from "#src/grading/variant.ts";
import type { AssignedExercise } from "./assignment.ts";

/** Who hands in, as the student wrote it. */
export interface Student {
  readonly name: string;
  /** A number or an e-mail address by which the teacher knows the student; may be empty. */
  readonly number: string;
}

/** Most characters of a student's key. */
export const LONGEST_KEY = 1000;

/**
 * What tells students apart: the number where one is given, else the name. Capitals, spaces at the
 * ends and doubled ones make no difference.
 */
export function studentKey({ name, number }: Student): string {
  return boundedKey(wholeKey({ name, number }));
}

/**
 * A key that is too long as its beginning and a number for the whole: one sign of a name may become
 * eighteen when it is written plainly.
 */
export function boundedKey(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  const end = ` ${hash(key).toString(36).padStart(7, "0")}`;
  return key.slice(0, LONGEST_KEY - end.length) + end;
}

function wholeKey({ name, number }: Student): string {
  const [wanted] = [number, name].map(plain).filter((text) => text !== "");
  return wanted ?? "";
}

/**
 * The code of the numbers that a student has in an exercise of an assignment; nothing for those of
 * the book. It is drawn from the assignment and the student's key, so the same student has the same
 * numbers on every machine, and two who hand in under one key have the same.
 */
export function variantOf(
  assignment: string,
  { edition, variant }: Pick<AssignedExercise, "edition" | "variant">,
  student: Student,
): string | undefined {
  if (variant.kind === "book") return undefined;
  const learner =
    variant.kind === "shared" ? variant.seed : hash(`${assignment} ${wholeKey(student)}`);
  const code: VariantCode = { edition, learner, count: 1 };
  return writeCode(code);
}

function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
