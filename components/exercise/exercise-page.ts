import type { ExerciseData } from "#src/course/exercise-schema.ts";
import { applyEdits } from "#src/grading/apply-edits.ts";
import type { CodeJob } from "#src/grading/code.ts";
import type { FormulaQuestion } from "#src/grading/formula.ts";
import type { NumberBox } from "#src/grading/number.ts";

/** What the page needs to check an answer; set into it as JSON by the build. */
export type Spec =
  | { readonly kind: "number"; readonly boxes: readonly NumberBox[] }
  | { readonly kind: "choice"; readonly options: readonly { readonly right: boolean }[] }
  | { readonly kind: "order"; readonly count: number }
  | ({ readonly kind: "formula" } & FormulaQuestion)
  | ({ readonly kind: "code" } & Omit<CodeJob, "answer">);

/**
 * The part of an exercise that its page needs for checking.
 *
 * @param sources the files beside the exercise: "heavy-ball/check.ts" → text
 * @throws Error when a code exercise lacks a file
 */
export function specOf(
  id: string,
  data: ExerciseData,
  sources: Readonly<Record<string, string>>,
): Spec {
  switch (data.kind) {
    case "number":
      return {
        kind: "number",
        boxes: data.boxes.map(({ answer, tolerance, mistakes }) => ({
          answer,
          ...(tolerance && { tolerance }),
          mistakes: mistakes.map(({ value }) => ({ value })),
        })),
      };
    case "choice":
      return { kind: "choice", options: data.options.map(({ right }) => ({ right })) };
    case "order":
      return { kind: "order", count: data.steps.length };
    case "formula":
      return {
        kind: "formula",
        variables: data.variables.map(({ name, domain }) => ({ name, domain })),
        answer: data.answer,
        mistakes: data.mistakes.map(({ formula }) => ({ formula })),
      };
    case "code": {
      const solution = fileOf(id, "solution.ts", sources);
      return {
        kind: "code",
        check: fileOf(id, "check.ts", sources),
        solution,
        mistakes: data.mistakes.map(({ edits }) => applyEdits(solution, edits)),
      };
    }
  }
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

/**
 * Every text of feedback by the name under which a verdict asks for it, for example "0.1": box 0,
 * mistake 1. Several boxes also have their labels, "label.0", so that a remark says whose it is.
 */
export function feedbackOf(data: ExerciseData): readonly (readonly [name: string, text: string])[] {
  switch (data.kind) {
    case "number":
      return data.boxes.flatMap(({ label, mistakes }, box) => [
        ...(data.boxes.length > 1 ? [[`label.${box}`, label] as const] : []),
        ...mistakes.map(({ feedback }, mistake) => [`${box}.${mistake}`, feedback] as const),
      ]);
    case "choice":
      return data.options.map(({ feedback }, option) => [`${option}`, feedback] as const);
    case "order":
      return data.steps.flatMap(({ feedback }, step) =>
        feedback === undefined ? [] : [[`${step}`, feedback] as const],
      );
    default:
      return data.mistakes.map(({ feedback }, mistake) => [`${mistake}`, feedback] as const);
  }
}
