import { canonical, digestOf } from "./canonical.ts";

/** Stands first in the file of an assignment. */
export const ASSIGNMENT_FORMAT = "downhill-assignment";
/** Raised when an older reader could no longer understand the file. */
export const ASSIGNMENT_VERSION = 1;

/** Which numbers the students get, where an exercise has several. */
export type VariantChoice =
  | { readonly kind: "book" }
  /** All students the same ones, drawn from this number, from 0 below 2³². */
  | { readonly kind: "shared"; readonly seed: number }
  /** Each student other ones, drawn from the student and the assignment; see `variantOf`. */
  | { readonly kind: "student" };

/** One exercise of an assignment. */
export interface AssignedExercise {
  readonly id: string;
  /** The chapter it stands in, by its address, such as "momentum"; "" for one of the teacher's own. */
  readonly chapter: string;
  /** Edition of the exercise's numbers; 1 where they do not vary. */
  readonly edition: number;
  /** What a right answer is worth, above 0. */
  readonly points: number;
  readonly variant: VariantChoice;
}

/** An exercise that the teacher wrote, in the form of one of the book's. */
export interface OwnExercise {
  readonly id: string;
  /** The front matter of an exercise; checked by `exerciseSchema`, see `ownExerciseOf`. */
  readonly data: unknown;
  /** The question, in Markdown. */
  readonly prompt: string;
  /** Of an exercise in code, the text of each file: starter.ts, solution.ts, check.ts, harness.ts. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What a teacher asks of a class: plain data, one JSON file. */
export interface Assignment {
  readonly format: typeof ASSIGNMENT_FORMAT;
  readonly version: typeof ASSIGNMENT_VERSION;
  /** Letters, digits and hyphens; tells it from the teacher's other assignments. */
  readonly id: string;
  readonly title: string;
  /** What the teacher says to it, in Markdown; may be empty. */
  readonly text: string;
  readonly exercises: readonly AssignedExercise[];
  /** Date and time in ISO 8601 with its zone, such as "2026-12-04T18:00:00+01:00". */
  readonly due?: string;
  /** Whether the students may open the hints. */
  readonly hints: boolean;
  /** Whether the students may open the solutions. */
  readonly solutions: boolean;
  readonly own?: readonly OwnExercise[];
}

/** The digest by which a submission says which assignment it answers; see `digestOf`. */
export function assignmentDigest(assignment: Assignment): Promise<string | undefined> {
  return digestOf(picked(assignment));
}

/** Whether two assignments are one, whatever the order in which their fields were written. */
export function sameAssignment(one: Assignment, other: Assignment): boolean {
  return canonical(picked(one)) === canonical(picked(other));
}

/** Points of all exercises together. */
export function fullPoints({ exercises }: Assignment): number {
  return exercises.reduce((sum, { points }) => sum + points, 0);
}

/** The fields of an assignment and no others. */
export function picked(from: Assignment): Assignment {
  const { id, title, text, due, hints, solutions, own } = from;
  return {
    format: ASSIGNMENT_FORMAT,
    version: ASSIGNMENT_VERSION,
    id,
    title,
    text,
    exercises: from.exercises.map(({ id, chapter, edition, points, variant }) => ({
      id,
      chapter,
      edition,
      points,
      variant:
        variant.kind === "shared" ? { kind: "shared", seed: variant.seed } : { kind: variant.kind },
    })),
    ...(due !== undefined && { due }),
    hints,
    solutions,
    ...(own &&
      own.length > 0 && {
        own: own.map(({ id, data, prompt, files }) => ({
          id,
          data,
          prompt,
          ...(files && { files }),
        })),
      }),
  };
}
