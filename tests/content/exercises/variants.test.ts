import { describe, expect, it } from "vitest";
import { type ExerciseData, exerciseSchema } from "#src/course/exercise-schema.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { namedLabel } from "#src/course/named-label.ts";
import { paragraphs, variantTemplate } from "#src/course/variant-template.ts";
import { fill } from "#src/grading/fill.ts";
import { gradeMatrix } from "#src/grading/matrix.ts";
import { acceptance, gradeNumbers, recognition } from "#src/grading/number.ts";
import { gradePoints } from "#src/grading/points.ts";
import {
  allNumbers,
  bookNumbers,
  type Numbers,
  type Varies,
  variantNumbers,
} from "#src/grading/variant.ts";
import { TIMES } from "../../times.ts";
import { allExercises } from "./exercise-files.ts";

const varied = allExercises().flatMap(({ data, ...rest }) =>
  data.varies ? [{ ...rest, data, varies: data.varies }] : [],
);

/** Variants of each exercise that are graded: some in the tests, all in the audit. */
const SAMPLED = TIMES > 1 ? Number.POSITIVE_INFINITY : 40;

describe("exercises whose numbers vary", () => {
  it("are some in every kind that can", () => {
    expect(new Set(varied.map(({ data }) => data.kind))).toEqual(
      new Set(["number", "matrix", "points"]),
    );
  });

  it("have their numbers fixed by code and edition: raise the edition when these change", () => {
    const code = { edition: 1, learner: 123_456, count: 7 };
    const drawn = varied.map(({ id, varies }) => {
      const { edition } = varies;
      const numbers = variantNumbers(id, varies, { ...code, edition });
      return [`${id}, edition ${edition}`, numbers] as const;
    });
    expect(Object.fromEntries(drawn)).toMatchSnapshot();
  });
});

describe.each(varied)("the variants of $id", ({ id, data, prompt, varies }) => {
  const all = [...allNumbers(varies)];

  it("are eight or more, the book's first", () => {
    expect(all[0]).toEqual(bookNumbers(varies));
    expect(all.length).toBeGreaterThanOrEqual(9);
  });

  it("are all that can be drawn, and each learner gets her own", () => {
    const known = new Set(all.map((numbers) => JSON.stringify(numbers)));
    const drawn = Array.from({ length: 200 }, (_, learner) =>
      JSON.stringify(variantNumbers(id, varies, { edition: varies.edition, learner, count: 1 })),
    );
    for (const one of drawn) expect(known).toContain(one);
    expect(new Set(drawn).size).toBeGreaterThan(Math.min(all.length, 100) / 3);
  });

  it("accept their answers, and answer each mistake with its own words", () => {
    const step = Math.max(1, Math.ceil(all.length / SAMPLED));
    const sample = all.filter((_, index) => index % step === 0);
    expect(sample.flatMap((numbers) => problemsOf(data, numbers))).toEqual([]);
  });

  it("have texts and formulas without a gap, for each choice of numbers", () => {
    const waiting = [paragraphs(prompt), variantTemplate(data, prompt)];
    for (const numbers of [...all.slice(0, 5), ...all.slice(-5)]) {
      const texts = JSON.stringify(fill(waiting, numbers));
      expect(/.{0,40}(\[\[[a-z(]|NaN|undefined|\de-\d).{0,40}/.exec(texts)?.[0]).toBeUndefined();
    }
  });

  it("have words in every label: one of mathematics alone would lose what is heard before it", () => {
    for (const { label } of data.kind === "number" ? data.boxes : [])
      expect(namedLabel(label, "heard", inlineMarkdown)).not.toContain("heard");
  });

  it("use every number that varies in the question", () => {
    for (const name of Object.keys(varies.numbers))
      expect(`${prompt}${JSON.stringify(data.template)}`).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

function parsed(template: unknown, numbers: Numbers): ExerciseData {
  return exerciseSchema.parse(fill(template, numbers));
}

/** What is wrong with an exercise in these numbers, in words. */
function problemsOf({ template, varies }: ExerciseData, numbers: Numbers): string[] {
  const data = parsed(template, numbers);
  const where = JSON.stringify(numbers, Object.keys((varies as Varies).numbers));
  const expected = (what: string, holds: boolean) => (holds ? [] : [`${where}: ${what}`]);
  switch (data.kind) {
    case "number": {
      const right = data.boxes.map(({ answer }) => String(answer));
      return [
        ...expected("rejects its answers", gradeNumbers(data.boxes, right).kind === "pass"),
        ...data.boxes.flatMap((box, index) =>
          box.mistakes.flatMap(({ value }, mistake) => {
            const verdict = gradeNumbers(data.boxes, right.with(index, String(value)));
            const part = verdict.kind === "fail" ? verdict.parts?.[index] : undefined;
            const far = acceptance(box) + recognition(value);
            return [
              ...expected(
                `box ${index} does not name mistake ${mistake}, ${value}`,
                part?.mistake === mistake,
              ),
              ...expected(
                `box ${index} takes mistake ${mistake}, ${value}, for the answer ${box.answer}`,
                Math.abs(value - box.answer) > far,
              ),
            ];
          }),
        ),
      ];
    }
    case "matrix": {
      const typed = (rows: readonly (readonly number[])[]) => rows.flat().map(String);
      return [
        ...expected("rejects its answer", gradeMatrix(data, typed(data.answer)).kind === "pass"),
        ...data.mistakes.flatMap(({ answer }, mistake) => {
          const verdict = gradeMatrix(data, typed(answer));
          return expected(
            `does not name mistake ${mistake}`,
            verdict.kind === "fail" && verdict.mistake === mistake,
          );
        }),
      ];
    }
    case "points": {
      const typed = (places: readonly { readonly x: number; readonly y: number }[]) =>
        places.flatMap(({ x, y }) => [String(x), String(y)]);
      const inSight = [...data.answer, ...data.given].every(
        ({ x, y }) => x > data.x[0] && x < data.x[1] && y > data.y[0] && y < data.y[1],
      );
      return [
        ...expected("rejects its answer", gradePoints(data, typed(data.answer)).kind === "pass"),
        ...expected("has a point out of sight", inSight),
        ...data.mistakes.flatMap((one, mistake) => {
          const verdict = gradePoints(
            data,
            typed(data.answer.with(one.point, { label: "", ...one })),
          );
          const part = verdict.kind === "fail" ? verdict.parts?.[one.point] : undefined;
          return expected(`does not name mistake ${mistake}`, part?.mistake === mistake);
        }),
      ];
    }
    default:
      return [`${where}: an exercise of kind ${data.kind} cannot vary`];
  }
}
