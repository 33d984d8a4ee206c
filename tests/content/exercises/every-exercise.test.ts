import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { ExerciseData, ExerciseOf } from "#src/course/exercise-schema.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { gradeChoice } from "#src/grading/choice.ts";
import { gradeCode } from "#src/grading/code.ts";
import { gradeFormula } from "#src/grading/formula.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { triedBy } from "#src/grading/harness.ts";
import { gradeMatch } from "#src/grading/match.ts";
import { gradeMatrix } from "#src/grading/matrix.ts";
import { acceptance, gradeNumbers, recognition } from "#src/grading/number.ts";
import { gradeOrder } from "#src/grading/order.ts";
import { gradePoints } from "#src/grading/points.ts";
import { TIMES } from "../../times.ts";
import { codeJob } from "./code-job.ts";
import { allExercises } from "./exercise-files.ts";

const exercises = allExercises();
const chapters = resolve(import.meta.dirname, "../../../content/chapters");
const of = <Kind extends ExerciseData["kind"]>(kind: Kind) =>
  exercises.flatMap((exercise) =>
    exercise.data.kind === kind ? [{ ...exercise, data: exercise.data as ExerciseOf<Kind> }] : [],
  );

const solutionOf = async (id: string) =>
  (await import(`../../../content/exercises/${id}/solution.ts`)) as {
    answers: () => readonly (readonly number[])[];
  };

describe.each(exercises)("exercise $id", ({ id, data, prompt }) => {
  it("has a prompt, hints and an explanation that can be set", () => {
    expect(prompt.trim().length).toBeGreaterThan(20);
    for (const text of [...data.hints, data.explanation, data.harder ?? "…"])
      expect(inlineMarkdown(text)).not.toBe("");
  });

  it("stands in one chapter", () => {
    const places = readdirSync(chapters).filter((file) =>
      readFileSync(resolve(chapters, file), "utf8").includes(`<Exercise id="${id}"`),
    );
    expect(places).toHaveLength(1);
  });
});

describe.each(of("number"))("number exercise $id", ({ data: { boxes }, id }) => {
  const right = boxes.map(({ answer }) => String(answer));

  it("has the answers that its solution computes", async () => {
    const { answers } = (await import(`../../../content/exercises/${id}/solution.ts`)) as {
      answers: () => readonly number[];
    };
    expect(answers()).toHaveLength(boxes.length);
    answers().forEach((value, index) => {
      expect(Math.abs(value - (boxes[index]?.answer ?? Number.NaN))).toBeLessThan(1e-6);
    });
  });

  it("accepts its answers and rejects an empty one", () => {
    expect(gradeNumbers(boxes, right)).toEqual({ kind: "pass" });
    expect(
      gradeNumbers(
        boxes,
        boxes.map(() => ""),
      ),
    ).toMatchObject({ kind: "error", stage: "blank" });
  });

  it.each(
    boxes.flatMap((box, index) =>
      box.mistakes.map(({ value }, mistake) => ({ index, mistake, value })),
    ),
  )("answers $value in box $index with its own words", ({ index, mistake, value }) => {
    const verdict = gradeNumbers(boxes, right.with(index, String(value)));
    expect(verdict.kind === "fail" && verdict.parts?.[index]).toEqual({
      index,
      right: false,
      mistake,
    });
  });

  it("tells every mistake from the answer and from the other mistakes", () => {
    for (const box of boxes) {
      for (const [rank, { value }] of box.mistakes.entries()) {
        expect(Math.abs(value - box.answer)).toBeGreaterThan(acceptance(box) + recognition(value));
        for (const other of box.mistakes.slice(rank + 1)) {
          expect(Math.abs(value - other.value)).toBeGreaterThan(
            recognition(value) + recognition(other.value),
          );
        }
      }
    }
  });
});

describe.each(of("matrix"))("matrix exercise $id", ({ data, id }) => {
  const typed = (rows: readonly (readonly number[])[]) => rows.flat().map(String);

  it("has the entries that its solution computes, and accepts them", async () => {
    const { answers } = await solutionOf(id);
    expect(answers()).toHaveLength(data.answer.length);
    answers().forEach((row, i) => {
      expect(row).toHaveLength(data.answer[i]?.length ?? 0);
      row.forEach((entry, j) => {
        expect(entry).toBeCloseTo(data.answer[i]?.[j] ?? Number.NaN, 6);
      });
    });
    expect(gradeMatrix(data, typed(data.answer))).toEqual({ kind: "pass" });
  });

  it("answers every mistake with its own words", () => {
    data.mistakes.forEach(({ answer }, mistake) => {
      expect(gradeMatrix(data, typed(answer))).toMatchObject({ kind: "fail", mistake });
    });
  });
});

describe.each(of("match"))("match exercise $id", ({ data }) => {
  const right = data.rows.map((row) => row.right);

  it("accepts the right options, uses them, and answers every wrong one by its row", () => {
    expect(gradeMatch(data, right)).toEqual({ kind: "pass" });
    data.rows.forEach((row, index) => {
      for (const option of data.options.keys()) {
        if (option === row.right) continue;
        const verdict = gradeMatch(data, right.with(index, option));
        expect(verdict.kind === "fail" && verdict.parts?.[index]).toEqual({
          index,
          right: false,
          mistake: option,
        });
      }
      expect(row.wrong.map(({ option }) => option)).not.toContain(row.right);
    });
  });
});

describe.each(of("points"))("points exercise $id", ({ data, id }) => {
  const typed = (places: readonly { readonly x: number; readonly y: number }[]) =>
    places.flatMap(({ x, y }) => [String(x), String(y)]);

  it("has the points that its solution computes, and accepts them", async () => {
    const { answers } = await solutionOf(id);
    expect(answers()).toHaveLength(data.answer.length);
    answers().forEach(([x = Number.NaN, y = Number.NaN], index) => {
      const { x: givenX, y: givenY } = data.answer[index] ?? { x: Number.NaN, y: Number.NaN };
      expect(Math.hypot(x - givenX, y - givenY)).toBeLessThan(data.within / 10);
    });
    expect(gradePoints(data, typed(data.answer))).toEqual({ kind: "pass" });
  });

  it("answers every mistake with its own words, and keeps all in sight", () => {
    data.mistakes.forEach((one, mistake) => {
      const verdict = gradePoints(data, typed(data.answer.with(one.point, { label: "", ...one })));
      expect(verdict.kind === "fail" && verdict.parts?.[one.point]).toEqual({
        index: one.point,
        right: false,
        mistake,
      });
    });
    for (const { x, y } of [...data.answer, ...data.given]) {
      expect(x > data.x[0] && x < data.x[1] && y > data.y[0] && y < data.y[1]).toBe(true);
    }
  });
});

describe.each(of("choice"))("choice exercise $id", ({ data: { options } }) => {
  it("accepts the right options and answers every wrong one with its own words", () => {
    const right = options.flatMap((option, index) => (option.right ? [index] : []));
    expect(gradeChoice(options, right)).toEqual({ kind: "pass" });
    options.forEach((option, index) => {
      if (option.right) return;
      const verdict = gradeChoice(options, [index]);
      expect(verdict.kind === "fail" && verdict.parts).toEqual([{ index, right: false }]);
    });
    expect(new Set(options.map(({ feedback }) => feedback)).size).toBe(options.length);
  });
});

describe.each(of("order"))("order exercise $id", ({ data: { steps } }) => {
  it("accepts its order and names the first misplaced step of any swap", () => {
    const right = steps.map((_, index) => index);
    expect(gradeOrder(steps.length, right)).toEqual({ kind: "pass" });
    for (let index = 1; index < steps.length; index++) {
      const swapped = right.with(index - 1, index).with(index, index - 1);
      const verdict = gradeOrder(steps.length, swapped);
      expect(verdict.kind === "fail" && verdict.parts).toEqual([{ index, right: false }]);
    }
  });
});

describe.each(of("formula"))("formula exercise $id", ({ data }) => {
  it("accepts its answer and answers every mistake with its own words", () => {
    expect(gradeFormula(data, data.answer)).toEqual({ kind: "pass" });
    data.mistakes.forEach(({ formula }, mistake) => {
      expect(gradeFormula(data, formula)).toMatchObject({ kind: "fail", mistake });
    });
  });
});

/** Seeds of the cases that code is tried on: one in the tests, twenty in the audit. */
const seeds = Array.from({ length: TIMES }, (_, seed) => seed);

describe.each(of("code"))("code exercise $id", (exercise) => {
  const job = codeJob(exercise);
  const { solution, starter, mistakes: wrong } = job;
  const grade = (answer: string, seed: number) =>
    gradeCode({ answer, ...job }, gradingModules, undefined, seed);

  it.each(seeds)("accepts the solution (seed %i)", async (seed) => {
    expect(await grade(solution, seed)).toEqual({ kind: "pass" });
  });

  it.each(seeds)("runs the starter and gives nothing for it (seed %i)", async (seed) => {
    expect(await grade(starter, seed)).toMatchObject({ kind: "fail", credit: 0 });
  });

  it.each(wrong.map((source, mistake) => ({ source, mistake })))(
    "rejects mistake $mistake with its own words",
    async ({ source, mistake }) => {
      for (const seed of seeds)
        expect(await grade(source, seed)).toMatchObject({ kind: "fail", mistake });
    },
  );

  it("names no mistake for an answer that agrees with none", async () => {
    const [name] = job.harness ? triedBy(job.harness) : (/(?<=name: ")\w+/.exec(job.check) ?? []);
    const verdict = await grade(`export const ${name} = () => "nothing of the kind";`, 0);
    expect(verdict).toMatchObject({ kind: "fail" });
    expect(verdict).not.toHaveProperty("mistake");
  });
});
