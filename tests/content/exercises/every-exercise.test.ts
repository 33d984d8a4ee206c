import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { ExerciseOf } from "#src/course/exercise-schema.ts";
import { inlineMarkdown } from "#src/course/inline-markdown.ts";
import { applyEdits } from "#src/grading/apply-edits.ts";
import { gradeChoice } from "#src/grading/choice.ts";
import { type CodeJob, gradeCode } from "#src/grading/code.ts";
import { gradeFormula } from "#src/grading/formula.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { acceptance, gradeNumbers, recognition } from "#src/grading/number.ts";
import { gradeOrder } from "#src/grading/order.ts";
import { allExercises } from "./exercise-files.ts";

const exercises = allExercises();
const chapters = resolve(import.meta.dirname, "../../../content/chapters");
const of = <
  Kind extends ExerciseOf<never>["kind"] | "number" | "choice" | "order" | "formula" | "code",
>(
  kind: Kind,
) =>
  exercises.flatMap((exercise) =>
    exercise.data.kind === kind ? [{ ...exercise, data: exercise.data as ExerciseOf<Kind> }] : [],
  );

describe.each(exercises)("exercise $id", ({ id, data, prompt }) => {
  it("has a prompt, hints and an explanation that can be set", () => {
    expect(prompt.trim().length).toBeGreaterThan(20);
    for (const text of [...data.hints, data.explanation]) expect(inlineMarkdown(text)).not.toBe("");
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

describe.each(of("code"))("code exercise $id", ({ data: { mistakes }, read }) => {
  const solution = read("solution.ts");
  const wrong = mistakes.map(({ edits }) => applyEdits(solution, edits));
  const job = (answer: string): CodeJob => ({
    answer,
    check: read("check.ts"),
    solution,
    mistakes: wrong,
  });

  it("accepts the solution", async () => {
    expect(await gradeCode(job(solution), gradingModules)).toEqual({ kind: "pass" });
  });

  it("runs the starter and rejects it", async () => {
    expect(await gradeCode(job(read("starter.ts")), gradingModules)).toMatchObject({
      kind: "fail",
    });
  });

  it.each(wrong.map((source, mistake) => ({ source, mistake })))(
    "rejects mistake $mistake with its own words",
    async ({ source, mistake }) => {
      expect(await gradeCode(job(source), gradingModules)).toMatchObject({ kind: "fail", mistake });
    },
  );

  it("names no mistake for an answer that agrees with none", async () => {
    const name = /export function (\w+)/.exec(solution)?.[1] ?? "";
    const verdict = await gradeCode(job(`export const ${name} = () => 0;`), gradingModules);
    expect(verdict).toMatchObject({ kind: "fail" });
    expect(verdict).not.toHaveProperty("mistake");
  });
});
