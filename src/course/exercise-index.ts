import { say } from "#src/language/say.ts";
import type { ExerciseData } from "./exercise-schema.ts";

/** What can be said of an exercise of the book in a line. */
export interface IndexedExercise {
  readonly id: string;
  /** The chapter it stands in, by its address. */
  readonly chapter: string;
  /** "6.2": the second exercise of chapter 6. */
  readonly number: string;
  readonly kind: ExerciseData["kind"];
  /** HTML of a line. */
  readonly title: string;
  /** Edition of its numbers; absent where they do not vary. */
  readonly edition?: number;
}

/** A chapter with the exercises that stand in it. */
export interface ChapterExercises {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly exercises: readonly IndexedExercise[];
}

/** How a reader calls the kinds of exercise. */
export const KIND_NAMES: Readonly<Record<ExerciseData["kind"], string>> = {
  number: say("numbers"),
  matrix: say("vector or matrix"),
  choice: say("choice"),
  match: say("matching"),
  order: say("order of steps"),
  formula: say("formula"),
  points: say("points on a plot"),
  code: say("code"),
};
