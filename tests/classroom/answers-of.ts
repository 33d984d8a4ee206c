import type { Asked } from "#src/classroom/question.ts";
import { acceptance } from "#src/grading/number.ts";
import type { KeptAnswer } from "#src/grading/progress.ts";

/** A wrong answer, and what has to be found of it. */
export interface WrongAnswer {
  readonly answer: KeptAnswer;
  /** Name of the cluster; see `clusterOf`. */
  readonly cluster: string;
  /** Share that is right; absent for code, where the check alone can tell. */
  readonly credit?: number;
}

/** The right answer to a question, as a student would type it. */
export function rightAnswer({ spec, job }: Asked): KeptAnswer {
  switch (spec.kind) {
    case "number":
      return spec.boxes.map(({ answer }) => String(answer));
    case "matrix":
      return spec.answer.flat().map(String);
    case "match":
      return spec.rows.map(({ right }) => right);
    case "points":
      return spec.answer.flatMap(({ x, y }) => [String(x), String(y)]);
    case "choice":
      return spec.options.flatMap(({ right }, index) => (right ? [index] : []));
    case "order":
      return Array.from({ length: spec.count }, (_, index) => index);
    case "formula":
      return [spec.answer];
    case "code":
      return job?.solution ?? "";
  }
}

/** A wrong answer for each mistake that the question has a name for, in their order. */
export function wrongAnswers(asked: Asked): readonly WrongAnswer[] {
  const { spec, job } = asked;
  const right = rightAnswer(asked);
  const texts = right as readonly string[];
  const numbers = right as readonly number[];
  switch (spec.kind) {
    case "number":
      return spec.boxes.flatMap(({ mistakes }, box) =>
        mistakes.map(({ value }, mistake) => ({
          answer: texts.with(box, String(value)),
          cluster: `mistake ${box}.${mistake}`,
          credit: (spec.boxes.length - 1) / spec.boxes.length,
        })),
      );
    case "matrix":
      return spec.mistakes.map(({ answer: wrong }, mistake) => {
        const wanted = spec.answer.flat();
        const same = wrong.flat().filter((entry, index) => {
          const answer = wanted[index] ?? Number.NaN;
          const within = acceptance({ answer, tolerance: spec.tolerance, mistakes: [] });
          return Math.abs(entry - answer) <= within;
        });
        return {
          answer: wrong.flat().map(String),
          cluster: `mistake whole.${mistake}`,
          credit: same.length / wanted.length,
        };
      });
    case "match":
      return spec.rows.map((_, row) => {
        const other = numbers.find((option) => option !== numbers[row]) ?? 0;
        return {
          answer: numbers.with(row, other),
          cluster: `mistake ${row}.${other}`,
          credit: (spec.rows.length - 1) / spec.rows.length,
        };
      });
    case "points":
      return spec.mistakes.map(({ x, y, point }, mistake) => ({
        answer: texts.with(2 * point, String(x)).with(2 * point + 1, String(y)),
        cluster: `mistake ${point}.${mistake}`,
        credit: (spec.answer.length - 1) / spec.answer.length,
      }));
    case "choice": {
      const several = numbers.length > 1;
      const all = spec.options.length;
      return spec.options.flatMap((option, index) =>
        option.right
          ? []
          : [
              {
                answer: [index],
                cluster: `mistake ${index}`,
                // Right is left unmarked by so many, and one is marked that should not be.
                credit: several ? (all - numbers.length - 1) / all : 0,
              },
            ],
      );
    }
    case "order":
      return numbers.slice(1).map((_, index) => ({
        answer: numbers.with(index, index + 1).with(index + 1, index),
        cluster: `mistake ${index + 1}`,
        credit: index / spec.count,
      }));
    case "formula":
      return spec.mistakes.map(({ formula }, mistake) => ({
        answer: [formula],
        cluster: `mistake whole.${mistake}`,
        credit: 0,
      }));
    case "code":
      return (job?.mistakes ?? []).map((answer, mistake) => ({
        answer,
        cluster: `mistake whole.${mistake}`,
      }));
  }
}
