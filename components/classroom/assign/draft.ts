import {
  ASSIGNMENT_FORMAT,
  ASSIGNMENT_VERSION,
  type AssignedExercise,
  type Assignment,
  fullPoints,
  type OwnExercise,
} from "#src/classroom/assignment.ts";
import type { IndexedExercise } from "#src/course/exercise-index.ts";
import { say, sayCount } from "#src/language/say.ts";

/** An assignment that a teacher is working on: it may still lack a title or exercises. */
export interface Draft {
  readonly assignment: Assignment;
  /** The zone whose clocks the due time is set by, such as "Europe/Berlin". */
  readonly zone: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number;
}

/** A draft in which nothing is chosen yet: hints allowed, solutions not. */
export function emptyDraft(id: string, zone: string, now: number): Draft {
  return {
    assignment: {
      format: ASSIGNMENT_FORMAT,
      version: ASSIGNMENT_VERSION,
      id,
      title: "",
      text: "",
      exercises: [],
      hints: true,
      solutions: false,
    },
    zone,
    changed: now,
  };
}

/** An id that no other assignment has: letters and digits drawn by chance. */
export function newId(random: Uint32Array = crypto.getRandomValues(new Uint32Array(2))): string {
  return `hw-${[...random]
    .map((part) => part.toString(36))
    .join("")
    .slice(0, 8)}`;
}

/** The same assignment under another id and name, to be changed. */
export function copyOf({ assignment, zone }: Draft, id: string, now: number): Draft {
  const title = assignment.title === "" ? "" : say("{title} (copy)", { title: assignment.title });
  return { assignment: { ...assignment, id, title }, zone, changed: now };
}

/**
 * With one more exercise of the book, worth a point. Where its numbers vary, each student gets
 * others.
 */
export function withExercise(
  assignment: Assignment,
  { id, chapter, edition }: IndexedExercise,
): Assignment {
  if (assignment.exercises.some((one) => one.id === id)) return assignment;
  const added: AssignedExercise = {
    id,
    chapter,
    edition: edition ?? 1,
    points: 1,
    variant: { kind: edition === undefined ? "book" : "student" },
  };
  return { ...assignment, exercises: [...assignment.exercises, added] };
}

/** With exercises of the teacher's own; one of the same id takes the place of the one before. */
export function withOwn(assignment: Assignment, own: readonly OwnExercise[]): Assignment {
  const ids = new Set(own.map(({ id }) => id));
  const known = new Set(assignment.exercises.map(({ id }) => id));
  const added = own
    .filter(({ id }) => !known.has(id))
    .map(
      ({ id }): AssignedExercise => ({
        id,
        chapter: "",
        edition: 1,
        points: 1,
        variant: { kind: "book" },
      }),
    );
  return {
    ...assignment,
    exercises: [...assignment.exercises, ...added],
    own: [...(assignment.own ?? []).filter(({ id }) => !ids.has(id)), ...own],
  };
}

/** Without an exercise; one of the teacher's own is left out altogether. */
export function without(assignment: Assignment, id: string): Assignment {
  const { own, ...rest } = assignment;
  const left = own?.filter((one) => one.id !== id) ?? [];
  return {
    ...rest,
    exercises: assignment.exercises.filter((one) => one.id !== id),
    ...(left.length > 0 && { own: left }),
  };
}

/** With an exercise one place up (−1) or down (1); at either end it stays. */
export function moved(assignment: Assignment, id: string, by: -1 | 1): Assignment {
  const exercises = [...assignment.exercises];
  const at = exercises.findIndex((one) => one.id === id);
  const other = exercises[at + by];
  const one = exercises[at];
  if (!one || !other) return assignment;
  exercises[at] = other;
  exercises[at + by] = one;
  return { ...assignment, exercises };
}

/** With something else said of an exercise. */
export function withChange(
  assignment: Assignment,
  id: string,
  change: Partial<Pick<AssignedExercise, "points" | "variant">>,
): Assignment {
  return {
    ...assignment,
    exercises: assignment.exercises.map((one) => (one.id === id ? { ...one, ...change } : one)),
  };
}

/** "6 exercises, 20 points." */
export function sumLine(assignment: Assignment): string {
  return say("{exercises}, {points}.", {
    exercises: sayCount(
      { one: "{count} exercise", other: "{count} exercises" },
      assignment.exercises.length,
    ),
    points: sayCount(
      { one: "{count} point", other: "{count} points" },
      Number(fullPoints(assignment).toFixed(2)),
    ),
  });
}

/** What is still missing before students can have it, a sentence each. */
export function missing({ title, exercises }: Assignment): readonly string[] {
  return [
    ...(title.trim() === "" ? [say("Give it a title.")] : []),
    ...(exercises.length === 0 ? [say("Choose at least one exercise.")] : []),
    ...exercises
      .filter(({ points }) => !(points > 0 && points <= 1000))
      .map(({ id }) => say("The points of “{id}” have to be above 0 and at most 1000.", { id })),
  ];
}
