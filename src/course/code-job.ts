import { applyEdits } from "#src/grading/apply-edits.ts";
import type { CodeJob } from "#src/grading/code.ts";
import type { ExerciseOf } from "./exercise-schema.ts";

/**
 * What checking an exercise in code takes, apart from the answer.
 *
 * @param sources the files beside the exercise: "heavy-ball/check.ts" → text
 * @throws Error when a file is missing, or an edit of a mistake does not fit the solution
 */
export function codeJobOf(
  id: string,
  { mistakes }: Pick<ExerciseOf<"code">, "mistakes">,
  sources: Readonly<Record<string, string>>,
): Omit<CodeJob, "answer"> {
  const solution = fileOf(id, "solution.ts", sources);
  const harness = sources[`${id}/harness.ts`];
  return {
    starter: fileOf(id, "starter.ts", sources),
    check: fileOf(id, "check.ts", sources),
    ...(harness !== undefined && { harness }),
    solution,
    mistakes: mistakes.map(({ edits }) => applyEdits(solution, edits)),
  };
}

/** Text of a file beside the exercise. */
export function fileOf(
  id: string,
  file: string,
  sources: Readonly<Record<string, string>>,
): string {
  const text = sources[`${id}/${file}`];
  if (text === undefined)
    throw new Error(`exercise "${id}" has no ${file}. Add content/exercises/${id}/${file}.`);
  return text;
}
