import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Assignment } from "#src/classroom/assignment.ts";
import { extractExercises } from "#src/course/exercise-numbers.ts";

const folder = resolve(import.meta.dirname, "../../content/chapters");

/** An assignment whose exercises name the chapters in which the book has them, as a page needs them. */
export function inTheirChapters(assignment: Assignment): Assignment {
  const chapters = readdirSync(folder).map((file) => ({
    chapter: file.replace(/^\d+-|\.mdx$/g, ""),
    ids: extractExercises(readFileSync(resolve(folder, file), "utf8")),
  }));
  return {
    ...assignment,
    exercises: assignment.exercises.map((exercise) => ({
      ...exercise,
      chapter: chapters.find(({ ids }) => ids.includes(exercise.id))?.chapter ?? exercise.chapter,
    })),
  };
}
