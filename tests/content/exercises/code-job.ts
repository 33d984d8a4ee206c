import { materialOf } from "#src/course/exercise-material.ts";
import type { CodeJob } from "#src/grading/code.ts";
import type { ExerciseFiles } from "./exercise-files.ts";

/** What checking a code exercise takes, apart from the answer, as the page loads it. */
export function codeJob({ id, data, prompt, sources }: ExerciseFiles): Omit<CodeJob, "answer"> {
  const { job } = materialOf(id, data, prompt, sources());
  if (!job) throw new Error(`${id} is no code exercise`);
  return job;
}
