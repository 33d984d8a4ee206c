import { describe, expect, it } from "vitest";
import type { Assignment } from "#src/classroom/assignment.ts";
import type { Judged } from "#src/classroom/judge.ts";
import { inNumbers } from "#src/classroom/question.ts";
import type { Received } from "#src/classroom/read-submission.ts";
import { type Course, regrade } from "#src/classroom/regrade.ts";
import { settle } from "#src/classroom/settle.ts";
import { type Submission, sealed } from "#src/classroom/submission.ts";
import { tableOf } from "#src/classroom/table.ts";
import { rightAnswer } from "./answers-of.ts";
import { assignmentOf, questionsFor } from "./assignment-of.ts";

const questions = questionsFor(["whose-maximum", "heavy-ball"]);
const assignment: Assignment = assignmentOf(questions);
const pass: Judged = { verdict: { kind: "pass" } };

function courseOf(judged: Judged, more: Partial<Course> = {}): Course {
  return {
    assignment,
    digest: "d",
    questions,
    edition: "2",
    judgeCode: async () => judged,
    ...more,
  };
}

async function received(more: Partial<Submission> = {}): Promise<Received> {
  const submission = await sealed({
    assignment: { id: "week-3", digest: "d" },
    student: { name: "Ada", number: "" },
    answers: [{ exercise: "heavy-ball", answer: "export const f = 1;", attempts: [], hints: 0 }],
    edition: "2",
    made: "2026-12-01T00:00:00Z",
    ...more,
  });
  return { kind: "submission", submission, flags: [] };
}

const wordsOf = async (course: Course, more?: Partial<Submission>) =>
  (await regrade(course, "a.json", await received(more))).flags.map(({ words }) => words);

describe("grading again", () => {
  it.each<[ended: "time" | "memory" | "ended", words: string]>([
    [
      "time",
      "heavy-ball was ended at the limit of time, most likely for a loop that never ends. It counts as not right; the other answers were graded as usual.",
    ],
    [
      "memory",
      "heavy-ball was ended since it used more memory than it may. It counts as not right; the other answers were graded as usual.",
    ],
    [
      "ended",
      "heavy-ball ended the place that it ran in, or flooded it. It counts as not right; the other answers were graded as usual. Have a look at its code.",
    ],
  ])("tells an answer that was ended from a wrong one: %s", async (ended, words) => {
    const verdict = { kind: "error", stage: "run", message: "…" } as const;
    expect(await wordsOf(courseOf({ verdict, ended }))).toEqual([words]);
  });

  it("gives no zero for a check that is broken, but says so and leaves the points open", async () => {
    const course = courseOf({ verdict: { kind: "broken", message: "It crashed." } });
    const result = await regrade(course, "a.json", await received());
    expect(result.flags.map(({ words }) => words)).toEqual([
      "heavy-ball could not be graded, and not by the student’s fault: It crashed. It counts neither for nor against the student.",
    ]);
    const [row] = tableOf(assignment, settle([result])).rows;
    expect(row).toMatchObject({ total: 0, open: 1 });
    expect(row?.cells[1]).not.toHaveProperty("points");
  });

  it("says so when the book no longer has an exercise", async () => {
    const words = await wordsOf(courseOf(pass, { questions: questionsFor(["whose-maximum"]) }));
    expect(words).toHaveLength(1);
    expect(words[0]).toContain(
      "This edition of the book does not have the exercise. Grade with the edition that the assignment was made with.",
    );
  });

  it.each<[name: string, more: Partial<Submission>, words: string]>([
    [
      "another form of the assignment",
      { assignment: { id: "week-3", digest: "e" } },
      "The student worked with another form of this assignment: it was changed since, or the link was. It was graded by the form given here.",
    ],
    [
      "another edition",
      { edition: "1" },
      "It was made with the edition 1 of the book and graded with 2. The exercises may differ.",
    ],
    [
      "other exercises",
      { answers: [{ exercise: "x", attempts: [], hints: 0 }] },
      "It has answers to exercises that the assignment does not have (x). They were left out.",
    ],
    [
      "attempts after its end",
      {
        answers: [
          {
            exercise: "heavy-ball",
            attempts: [{ at: Date.parse("2026-12-01T03:00:00Z"), credit: 0 }],
            hints: 0,
          },
        ],
      },
      "It says that it was made 3 hours before its own last attempt. The clock of the machine was changed, or the file was.",
    ],
    ["a later time", { made: "2026-12-07T17:00:00Z" }, "It was made 3 days after the due time."],
  ])("flags a file with %s", async (_, more, words) => {
    expect(await wordsOf(courseOf(pass), more)).toEqual([words]);
  });

  it.each<[ended: "time" | "memory"]>([["time"], ["memory"]])(
    "accuses nobody whose answer was right and was ended here: %s",
    async (ended) => {
      const verdict = { kind: "error", stage: "run", message: "…" } as const;
      const answers = [
        {
          exercise: "heavy-ball",
          answer: "export const f = 1;",
          attempts: [{ at: 1, credit: 1 }],
          hints: 0,
        },
      ];
      const result = await regrade(
        courseOf({ verdict, ended }),
        "a.json",
        await received({ answers }),
      );
      expect(result.flags.map(({ kind }) => kind)).toEqual([ended]);
    },
  );

  it("accuses nobody whose answer was right in other numbers", async () => {
    const two = questionsFor(["ten-steps"]);
    const question = two.get("ten-steps");
    const theirs = "1.abc.1";
    const found = question && (await inNumbers(question, theirs));
    if (!found || "problem" in found) throw new Error("ten-steps varies");
    const answer = rightAnswer(found.asked);
    const course = courseOf(pass, { assignment: assignmentOf(two), questions: two });
    const flagsFor = async (changed: typeof answer) => {
      const answers = [
        {
          exercise: "ten-steps",
          answer: changed,
          variant: theirs,
          attempts: [{ at: 1, credit: 1 }],
          hints: 0,
        },
      ];
      const { flags } = await regrade(course, "a.json", await received({ answers }));
      return flags.map(({ kind }) => kind);
    };
    expect(await flagsFor(answer)).toEqual(["other-numbers"]);
    expect(await flagsFor((answer as readonly string[]).map(() => "12345"))).toEqual([
      "other-numbers",
      "claims",
    ]);
  });

  it("does not grade what belongs to another assignment, and does not lose it", async () => {
    const result = await regrade(
      courseOf(pass),
      "a.json",
      await received({ assignment: { id: "week-4", digest: "" } }),
    );
    expect(result).toMatchObject({ state: "foreign", marks: [] });
    expect(result.flags[0]?.words).toBe(
      "It was handed in for the assignment “week-4”, not for “week-3”, and was not graded. Grade it with the assignment that it belongs to.",
    );
    expect(tableOf(assignment, settle([result])).strays).toHaveLength(1);
  });

  it("takes an answer of another kind than the exercise for none", async () => {
    const answers = [{ exercise: "whose-maximum", answer: "code", attempts: [], hints: 0 }];
    const result = await regrade(courseOf(pass), "a.json", await received({ answers }));
    expect(result.marks[0]).toMatchObject({
      credit: 0,
      verdict: {
        message:
          "The answer is not of the kind that this exercise asks for, so there is nothing to judge.",
      },
    });
  });
});
