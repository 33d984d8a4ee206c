import { describe, expect, it } from "vitest";
import { feedbackPage } from "#src/classroom/feedback.ts";
import { type Course, regrade } from "#src/classroom/regrade.ts";
import { settle } from "#src/classroom/settle.ts";
import { sealed } from "#src/classroom/submission.ts";
import { tableOf } from "#src/classroom/table.ts";
import { rightAnswer, wrongAnswers } from "./answers-of.ts";
import { assignmentOf, judgeHere, questionsFor } from "./assignment-of.ts";

const questions = questionsFor(["halving-ladder", "whose-maximum", "heavy-ball"]);
const assignment = assignmentOf(questions, { title: "Week <3>" });
const course: Course = {
  assignment,
  digest: undefined,
  questions,
  edition: "1",
  judgeCode: judgeHere,
};
const [first, second, third] = [...questions.values()];
if (!first || !second || !third) throw new Error("three questions are needed");

const submission = await sealed({
  assignment: { id: "week-3", digest: "" },
  student: { name: "<script>alert(1)</script>", number: "" },
  answers: [
    { exercise: first.id, answer: rightAnswer(first), attempts: [], hints: 0 },
    { exercise: second.id, answer: wrongAnswers(second)[0]?.answer ?? [], attempts: [], hints: 0 },
    { exercise: third.id, answer: third.job?.mistakes[0] ?? "", attempts: [], hints: 0 },
  ],
  edition: "1",
  made: "2026-12-04T18:00:00Z",
});
const result = await regrade(course, "a.json", { kind: "submission", submission, flags: [] });
const key = result.key;

async function page(overrides = {}) {
  const table = tableOf(assignment, settle([result]), overrides);
  const [row] = table.rows;
  if (!row) throw new Error("no row");
  return { html: await feedbackPage(assignment, questions, table, row), row };
}

describe("the page that a student gets back", () => {
  it("loads nothing, runs nothing, and takes no markup from a student or a teacher", async () => {
    const { html } = await page({ [key]: { "": { comment: "<b>well</b>" } } });
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<b>|<link|src="|href="http/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("<h1>Week &lt;3&gt;</h1>");
    expect(html).toContain("&lt;b&gt;well&lt;/b&gt;");
  });

  it("tells the points and the words of each mistake", async () => {
    const { html, row } = await page();
    expect(html).toContain(`<strong>${Number(row.total.toFixed(2))}</strong> of 6 points`);
    expect(html).toContain("✓ Right");
    expect(html).toContain("It was handed in late.");
    const mistake = row.cells[1]?.mark.cluster?.replace("mistake ", "") ?? "";
    expect(html).toContain(second.feedback[mistake]);
    expect(html).toContain(third.feedback["whole.0"]);
    expect(html).toContain("For example, momentumStep(");
  });

  it("gives away neither the solution nor what else can go wrong", async () => {
    const { html } = await page();
    expect(html).not.toContain(third.job?.solution.slice(0, 40));
    expect(html).not.toContain(third.feedback["whole.1"]);
  });

  it("says what was decided by hand", async () => {
    const { html } = await page({
      [key]: { [second.id]: { points: 1.5, comment: "good thought" } },
    });
    expect(html).toContain(
      '<strong>Decided by hand</strong> <span class="worth">1.5 of 2</span></p>\n<p>By the check: ',
    );
    expect(html).toContain("<em>good thought</em>");
  });
});
