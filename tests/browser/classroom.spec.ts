import { readFileSync } from "node:fs";
import { inNumbers } from "#src/classroom/question.ts";
import { variantOf } from "#src/classroom/student.ts";
import { gradeChoice } from "#src/grading/choice.ts";
import { gradeCode } from "#src/grading/code.ts";
import { gradeFormula } from "#src/grading/formula.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { gradeMatch } from "#src/grading/match.ts";
import { gradeMatrix } from "#src/grading/matrix.ts";
import { gradeNumbers } from "#src/grading/number.ts";
import { gradeOrder } from "#src/grading/order.ts";
import { gradePoints } from "#src/grading/points.ts";
import type { Verdict } from "#src/grading/verdict.ts";
import { assignmentOf, EVERY_KIND, questionsFor } from "../classroom/assignment-of.ts";
import { inTheirChapters } from "../classroom/in-their-chapters.ts";
import { type SyntheticFile, syntheticClass } from "../classroom/synthetic-class.ts";
import { handIn, openTable, tableOf } from "./class-page.ts";
import { expect, test } from "./quiet.ts";

const questions = questionsFor(EVERY_KIND);
const assignment = inTheirChapters(assignmentOf(questions));
const files = await syntheticClass({
  assignment,
  questions,
  students: 30,
  edition: "0.1.0",
  attacks: ["never ends", "forges a reply"],
});
const shown = (value: number) => String(Number(value.toFixed(2)));

/** The points of each answer, from the checks of the page alone. */
async function pointsOf({ submission, student, role }: SyntheticFile): Promise<readonly number[]> {
  return Promise.all(
    assignment.exercises.map(async (exercise) => {
      const question = questions.get(exercise.id);
      const answer = submission?.answers.find((one) => one.exercise === exercise.id)?.answer;
      if (!question || answer === undefined) return 0;
      const code = question.variants && variantOf(assignment.id, exercise, student);
      const found = await inNumbers(question, code);
      if ("problem" in found) throw new Error(found.problem);
      const { spec, job } = found.asked;
      const texts = answer as readonly string[];
      const numbers = answer as readonly number[];
      const verdict = async (): Promise<Verdict> => {
        switch (spec.kind) {
          case "number":
            return gradeNumbers(spec.boxes, texts);
          case "matrix":
            return gradeMatrix(spec, texts);
          case "points":
            return gradePoints(spec, texts);
          case "match":
            return gradeMatch(spec, numbers);
          case "choice":
            return gradeChoice(spec.options, numbers);
          case "order":
            return gradeOrder(spec.count, numbers);
          case "formula":
            return gradeFormula(spec, texts[0] ?? "");
          case "code":
            if (!job || role === "hostile")
              return { kind: "error", stage: "run", message: "None may pass." };
            return gradeCode({ answer: String(answer), ...job }, gradingModules);
        }
      };
      const { kind, ...rest } = await verdict();
      const credit = kind === "pass" ? 1 : kind === "fail" && "credit" in rest ? rest.credit : 0;
      return credit * exercise.points;
    }),
  );
}

test("a class of thirty is graded from its files, and every number is what it has to be", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openTable(page, assignment);
  await handIn(page, files);
  const counting = files.filter(({ counts }) => counts);
  const table = await tableOf(page);
  expect(table.size).toBe(counting.length);
  const all: number[][] = [];
  for (const file of counting) {
    const points = await pointsOf(file);
    all.push([...points]);
    const total = points.reduce((sum, one) => sum + one, 0);
    const row = table.get(file.student.number || file.student.name) ?? [];
    const numbers = row.map((text) => text.replace(/ ?[!*?]$/, "").replace("–", "0"));
    expect([file.name, file.role, numbers]).toEqual([
      file.name,
      file.role,
      [...points, total].map(shown),
    ]);
    for (const { exercise, credit } of file.marks) {
      const index = assignment.exercises.findIndex(({ id }) => id === exercise);
      if (credit !== undefined)
        expect(points[index]).toBeCloseTo(credit * (assignment.exercises[index]?.points ?? 0), 9);
    }
  }
  await expect(page.locator(".class-strays li")).toHaveCount(
    files.filter(({ marks }) => marks.length === 0).length,
  );

  const heat = await page
    .locator(".class-heat tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
    );
  assignment.exercises.forEach(({ points: most }, index) => {
    const column = all.map((points) => points[index] as number);
    const mean = column.reduce((sum, one) => sum + one, 0) / column.length / most;
    const [said, right, partly, wrong, stopped, blank, broken] = heat[index] ?? [];
    expect(said).toBe(`${Math.round(100 * mean)} %`);
    expect(Number(right)).toBe(column.filter((one) => one === most).length);
    expect(Number(partly)).toBe(column.filter((one) => one > 0 && one < most).length);
    expect(Number(wrong) + Number(stopped) + Number(blank)).toBe(
      column.filter((one) => one === 0).length,
    );
    expect(Number(broken)).toBe(0);
  });

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Students (CSV)" }).click();
  const lines = readFileSync(await (await saving).path(), "utf8")
    .split("\r\n")
    .slice(1, 1 + counting.length);
  const from = 5;
  for (const [index, file] of counting.entries()) {
    const line = lines.find((one) => one.includes(`,${file.name},`)) ?? "";
    const numbers = line
      .split(`,${file.name},`)[1]
      ?.split(",")
      .slice(from - 3);
    const points = all[index] ?? [];
    const four = (value: number) => String(Number(value.toFixed(4)));
    expect(numbers?.slice(0, points.length + 1)).toEqual(
      [...points, points.reduce((sum, one) => sum + one, 0)].map(four),
    );
  }
});
