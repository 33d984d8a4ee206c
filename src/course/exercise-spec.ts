import type { FormulaQuestion } from "#src/grading/formula.ts";
import type { MatchQuestion } from "#src/grading/match.ts";
import type { MatrixQuestion } from "#src/grading/matrix.ts";
import type { NumberBox } from "#src/grading/number.ts";
import type { Place, PointsQuestion } from "#src/grading/points.ts";
import type { ExerciseData } from "./exercise-schema.ts";

type Range = readonly [from: number, to: number];

/** What the page needs to check an answer; set into it as JSON by the build. */
export type Spec =
  | { readonly kind: "number"; readonly boxes: readonly NumberBox[] }
  | ({ readonly kind: "matrix" } & MatrixQuestion)
  | ({ readonly kind: "match" } & MatchQuestion)
  | ({
      readonly kind: "points";
      readonly x: Range;
      readonly y: Range;
      readonly given: readonly Place[];
    } & PointsQuestion)
  | { readonly kind: "choice"; readonly options: readonly { readonly right: boolean }[] }
  | { readonly kind: "order"; readonly count: number }
  | ({ readonly kind: "formula" } & FormulaQuestion)
  | { readonly kind: "code" };

/** The part of an exercise that its page needs from the start. */
export function specOf(data: ExerciseData): Spec {
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
    case "matrix":
      return {
        kind: "matrix",
        answer: data.answer,
        ...(data.tolerance && { tolerance: data.tolerance }),
        mistakes: data.mistakes.map(({ answer }) => ({ answer })),
      };
    case "match":
      return { kind: "match", rows: data.rows.map(({ right }) => ({ right })) };
    case "points":
      return {
        kind: "points",
        x: data.x,
        y: data.y,
        within: data.within,
        given: data.given.map(({ x, y }) => ({ x, y })),
        answer: data.answer.map(({ x, y }) => ({ x, y })),
        mistakes: data.mistakes.map(({ x, y, point }) => ({ x, y, point })),
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
    case "code":
      return { kind: "code" };
  }
}

/**
 * Every text of feedback by the name under which a verdict asks for it, for example "0.1": box 0,
 * mistake 1; "whole.1" is mistake 1 of the answer as a whole. Several boxes also have their labels,
 * "label.0", so that a remark says whose it is. What is right has no feedback that is asked for.
 */
export function feedbackOf(data: ExerciseData): readonly (readonly [name: string, text: string])[] {
  switch (data.kind) {
    case "number":
      return data.boxes.flatMap(({ label, mistakes }, box) => [
        ...(data.boxes.length > 1 ? [[`label.${box}`, label] as const] : []),
        ...mistakes.map(({ feedback }, mistake) => [`${box}.${mistake}`, feedback] as const),
      ]);
    case "match":
      return data.rows.flatMap(({ text, right, feedback, wrong }, row) => [
        [`label.${row}`, text] as const,
        ...data.options.flatMap((_, option) => {
          const special = wrong.find((one) => one.option === option)?.feedback;
          return option === right ? [] : [[`${row}.${option}`, special ?? feedback] as const];
        }),
      ]);
    case "points":
      return [
        ...(data.answer.length > 1
          ? data.answer.map(({ label }, point) => [`label.${point}`, label] as const)
          : []),
        ...data.mistakes.map(
          ({ point, feedback }, mistake) => [`${point}.${mistake}`, feedback] as const,
        ),
      ];
    case "choice":
      return data.options.flatMap(({ right, feedback }, option) =>
        right ? [] : [[`${option}`, feedback] as const],
      );
    case "order":
      return data.steps.flatMap(({ feedback }, step) =>
        feedback === undefined ? [] : [[`${step}`, feedback] as const],
      );
    default:
      return data.mistakes.map(({ feedback }, mistake) => [`whole.${mistake}`, feedback] as const);
  }
}
