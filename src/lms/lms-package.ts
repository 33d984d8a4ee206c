import type { Assignment } from "#src/classroom/assignment.ts";
import type { ExerciseData } from "#src/course/exercise-schema.ts";

/** The editions of SCORM that packages are made for. */
export const SCORM_EDITIONS = ["1.2", "2004"] as const;

/** An edition of SCORM; 2004 is its 4th edition. */
export type ScormEdition = (typeof SCORM_EDITIONS)[number];

/** An exercise of a package. */
export interface PackagedExercise {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly kind: ExerciseData["kind"];
  /** What a right answer is worth, above 0. */
  readonly points: number;
}

/** What the launch page of a package is told: what is in it and how it is reported. */
export interface LmsPackage {
  /** Letters, digits and hyphens: the chapter's address or the id of the assignment. */
  readonly id: string;
  readonly title: string;
  readonly edition: ScormEdition;
  /** The page from the root of the package, such as "momentum/index.html". */
  readonly page: string;
  /** All pages of the package, from its root; a link to another one leads out of it. */
  readonly pages: readonly string[];
  /** The chapter under which the work on the exercises is kept; see `openProgress`. */
  readonly scope: string;
  /** In the order of the page; none where there is only something to read. */
  readonly exercises: readonly PackagedExercise[];
  /** Share of the points, from 0 to 1, from which on the whole is passed. */
  readonly pass: number;
  /** The name of the whole in learning records, an absolute IRI. */
  readonly activity: string;
  /** Where the book is published, ending in "/"; absent when nobody has said. */
  readonly book?: string;
  readonly assignment?: Assignment;
}
