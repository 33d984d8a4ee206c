import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import { applyEdits } from "#src/grading/apply-edits.ts";
import { gradeChoice } from "#src/grading/choice.ts";
import { gradeCode } from "#src/grading/code.ts";
import { gradeFormula } from "#src/grading/formula.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { gradeMatch } from "#src/grading/match.ts";
import { gradeMatrix } from "#src/grading/matrix.ts";
import { gradeNumbers } from "#src/grading/number.ts";
import { gradeOrder } from "#src/grading/order.ts";
import { gradePoints } from "#src/grading/points.ts";
import { exerciseSkeleton, kinds } from "../../../src/cli/new/exercise-skeleton.ts";

describe.each(kinds)("a new exercise of the kind %s", (kind) => {
  const files = exerciseSkeleton(kind);
  const [, front = "", prompt = ""] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(files["index.mdx"] ?? "") ?? [];
  const data = exerciseSchema.parse(parse(front));
  const file = (name: string) => files[name] ?? "";

  it("has front matter that can be read, and a prompt", () => {
    expect(data.kind).toBe(kind);
    expect(prompt.trim().length).toBeGreaterThan(20);
  });

  it("accepts its answer and knows its mistakes", async () => {
    const pass = { kind: "pass" };
    switch (data.kind) {
      case "number": {
        const [box] = data.boxes;
        expect(gradeNumbers(data.boxes, [String(box?.answer)])).toEqual(pass);
        const wrong = gradeNumbers(data.boxes, [String(box?.mistakes[0]?.value)]);
        expect(wrong).toMatchObject({ parts: [{ mistake: 0 }] });
        break;
      }
      case "matrix":
        expect(gradeMatrix(data, data.answer.flat().map(String))).toEqual(pass);
        expect(gradeMatrix(data, data.mistakes[0]?.answer.flat().map(String) ?? [])).toMatchObject({
          mistake: 0,
        });
        break;
      case "choice":
        expect(gradeChoice(data.options, [0])).toEqual(pass);
        expect(gradeChoice(data.options, [1])).toMatchObject({ kind: "fail" });
        break;
      case "match":
        expect(gradeMatch(data, [0, 1])).toEqual(pass);
        expect(gradeMatch(data, [1, 1])).toMatchObject({ kind: "fail", credit: 0.5 });
        break;
      case "order":
        expect(gradeOrder(3, [0, 1, 2])).toEqual(pass);
        expect(gradeOrder(3, [1, 0, 2])).toMatchObject({ kind: "fail" });
        break;
      case "formula":
        expect(gradeFormula(data, data.answer)).toEqual(pass);
        expect(gradeFormula(data, "n/2")).toMatchObject({ mistake: 0 });
        break;
      case "points":
        expect(gradePoints(data, ["0", "0"])).toEqual(pass);
        expect(gradePoints(data, ["1", "0"])).toMatchObject({ parts: [{ mistake: 0 }] });
        break;
      case "code": {
        const solution = file("solution.ts");
        const mistakes = data.mistakes.map(({ edits }) => applyEdits(solution, edits));
        const [starter, check] = [file("starter.ts"), file("check.ts")];
        const grade = (answer: string) =>
          gradeCode({ answer, starter, check, solution, mistakes }, gradingModules);
        expect(await grade(solution)).toEqual(pass);
        expect(await grade(starter)).toMatchObject({ kind: "fail", credit: 0 });
        expect(await grade(mistakes[0] ?? "")).toMatchObject({ mistake: 0 });
      }
    }
  });
});
