import type { Assignment } from "#src/classroom/assignment.ts";
import { isRecord } from "#src/classroom/foreign.ts";
import { readAssignment } from "#src/classroom/read-assignment.ts";
import type { Student } from "#src/classroom/student.ts";
import type { Attempted } from "#src/classroom/submission.ts";
import { say } from "#src/language/say.ts";
import { type KeyValueStorage, openStore, type Store, savedUnder } from "#src/notebook/store.ts";
import type { EarlierAttempts } from "./hand-in.ts";

const PREFIX = "downhill:assignment:";

/** What is kept of a student's assignment beside the work on its exercises. */
export interface StudentRecord {
  /** As it was opened last, so that the page can be come back to without its link. */
  readonly assignment: Assignment;
  /** Absent until the student has said who it is. */
  readonly student?: Student;
  /** When it was handed in, in milliseconds since 1970, the latest last. */
  readonly handed: readonly number[];
  readonly earlier: EarlierAttempts;
}

/** The place where the record of an assignment is kept in this browser. */
export function openRecord(id: string, storage?: KeyValueStorage): Store<StudentRecord> {
  return openStore({
    key: PREFIX + id,
    version: 1,
    name: say("record of the assignment"),
    otherwise: say("your answers are kept, only who you are is asked again"),
    validate,
    ...(storage && { storage }),
  });
}

/** Ids of the assignments that were opened in this browser, of its keys. */
export function recordIds(keys: readonly string[]): readonly string[] {
  return savedUnder(PREFIX, keys);
}

/** The chapter under which the work on the exercises of an assignment is kept. */
export function scopeOf({ id }: Assignment): string {
  return `assignment.${id}`;
}

function validate(data: unknown): StudentRecord | undefined {
  if (!isRecord(data)) return undefined;
  const { student, handed, earlier } = data;
  const read = readAssignment(data["assignment"]);
  if ("problems" in read || !Array.isArray(handed) || !isRecord(earlier)) return undefined;
  if (!handed.every((at) => typeof at === "number")) return undefined;
  if (!Object.values(earlier).every(isAttempts)) return undefined;
  if (student !== undefined && !isStudent(student)) return undefined;
  return {
    assignment: read.assignment,
    ...(student && { student }),
    handed,
    earlier: earlier as EarlierAttempts,
  };
}

function isStudent(data: unknown): data is Student {
  return isRecord(data) && typeof data["name"] === "string" && typeof data["number"] === "string";
}

function isAttempts(data: unknown): data is readonly Attempted[] {
  return (
    Array.isArray(data) &&
    data.every(
      (one) => isRecord(one) && typeof one["at"] === "number" && typeof one["credit"] === "number",
    )
  );
}
