import { codeJobOf } from "#src/course/code-job.ts";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import { feedbackOf } from "#src/course/exercise-spec.ts";
import { say } from "#src/language/say.ts";
import type { OwnExercise } from "./assignment.ts";
import { type Question, questionOf } from "./question.ts";

/**
 * A question of the teacher's own, or what is wrong with it, a sentence each. Its numbers are those
 * written there: own exercises have no variants.
 *
 * @param markdown a line of Markdown as HTML
 */
export function ownQuestion(
  { id, data, files = {} }: OwnExercise,
  markdown: (text: string) => string,
): { readonly question: Question } | { readonly problems: readonly string[] } {
  const problem = (words: string) => ({
    problems: [say("own exercise “{id}”: {problem}", { id, problem: words })],
  });
  const read = exerciseSchema.safeParse(data);
  if (!read.success)
    return {
      problems: read.error.issues.map(
        ({ path, message }) =>
          `own exercise “${id}”: ${path.length > 0 ? `${path.join(".")}: ` : ""}${message}. See content/README.md for the fields of each kind.`,
      ),
    };
  const exercise = read.data;
  if (exercise.varies)
    return problem(
      say("varies is for exercises of the book. Write the numbers into the question."),
    );
  const sources = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${id}/${name}`, text]),
  );
  const feedback = Object.fromEntries(
    feedbackOf(exercise).map(([name, text]) => [name, markdown(text)] as const),
  );
  const title = markdown(exercise.title);
  if (exercise.kind !== "code")
    return { question: questionOf(id, "", title, exercise, { feedback }) };
  if (files["starter.ts"] === undefined)
    return problem(
      say("an exercise in code needs the files starter.ts, solution.ts and check.ts."),
    );
  try {
    const job = codeJobOf(id, exercise, sources);
    return { question: questionOf(id, "", title, exercise, { feedback, job }) };
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error));
  }
}
