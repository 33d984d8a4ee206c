import { readAssignment } from "#src/classroom/read-assignment.ts";
import { say } from "#src/language/say.ts";
import { type KeyValueStorage, openStore, type Store, savedUnder } from "#src/notebook/store.ts";
import type { Draft } from "./draft.ts";

const PREFIX = "downhill:teach:";

/** What stands in for a part that a draft may lack while it is checked. */
const STAND_IN = { id: "none", chapter: "none", edition: 1, points: 1, variant: { kind: "book" } };

/** The place where the assignment of an id is kept in this browser. */
export function openDraft(id: string, storage?: KeyValueStorage): Store<Draft> {
  return openStore({
    key: PREFIX + id,
    version: 1,
    name: "assignment",
    otherwise: say("the list goes on without it"),
    validate,
    ...(storage && { storage }),
  });
}

/** Ids of the assignments that this browser keeps; none where it lets the page keep nothing. */
export function draftIds(keys: readonly string[]): readonly string[] {
  return savedUnder(PREFIX, keys);
}

function validate(data: unknown): Draft | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { assignment, zone, changed } = data as Record<string, unknown>;
  if (typeof assignment !== "object" || assignment === null) return undefined;
  if (typeof zone !== "string" || typeof changed !== "number") return undefined;
  const { title, exercises } = assignment as Record<string, unknown>;
  if (typeof title !== "string" || !Array.isArray(exercises)) return undefined;
  // The reader of assignments asks for a title, exercises and points, which a draft may lack.
  const whole = readAssignment({
    ...assignment,
    title: title.trim() === "" ? "-" : title,
    exercises: exercises.length === 0 ? [STAND_IN] : exercises.map(withPoints),
  });
  if ("problems" in whole) return undefined;
  return { assignment: { ...whole.assignment, title, exercises }, zone, changed };
}

const withPoints = (exercise: unknown): unknown =>
  typeof exercise === "object" && exercise !== null ? { ...exercise, points: 1 } : exercise;
