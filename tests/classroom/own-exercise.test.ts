import { describe, expect, it } from "vitest";
import { ownQuestion } from "#src/classroom/own-exercise.ts";
import { questionsOf } from "#src/cli/grade/book-questions.ts";
import { assignmentOf } from "./assignment-of.ts";

const data = {
  kind: "number",
  title: "A *sum*",
  hints: ["Add."],
  explanation: "Two and two.",
  boxes: [{ label: "2 + 2", answer: 4, mistakes: [{ value: 22, feedback: "That is beside." }] }],
};
const code = {
  kind: "code",
  title: "Twice",
  hints: ["Double."],
  explanation: "It doubles.",
  mistakes: [{ edits: [{ replace: "2", with: "3" }], feedback: "That is thrice." }],
};
const files = { "starter.ts": "s", "solution.ts": "x * 2", "check.ts": "c" };
const mark = (text: string) => `<i>${text}</i>`;
const problemsOf = (own: Parameters<typeof ownQuestion>[0]) => {
  const read = ownQuestion(own, mark);
  return "problems" in read ? read.problems : [];
};

describe("an exercise of the teacher's own", () => {
  it("is a question like one of the book", () => {
    expect(ownQuestion({ id: "sum", data, prompt: "Add." }, mark)).toMatchObject({
      question: {
        id: "sum",
        chapter: "",
        title: "<i>A *sum*</i>",
        spec: { kind: "number", boxes: [{ answer: 4, mistakes: [{ value: 22 }] }] },
        feedback: { "0.0": "<i>That is beside.</i>" },
      },
    });
    expect(ownQuestion({ id: "twice", data: code, prompt: "Double.", files }, mark)).toMatchObject({
      question: { job: { starter: "s", check: "c", solution: "x * 2", mistakes: ["x * 3"] } },
    });
  });

  it("says what is wrong with it, field by field", () => {
    expect(
      problemsOf({ id: "sum", data: { ...data, boxes: [{ label: "x" }] }, prompt: "" }),
    ).toEqual([
      "own exercise “sum”: boxes.0.answer: Invalid input: expected number, received undefined. See content/README.md for the fields of each kind.",
    ]);
    expect(problemsOf({ id: "twice", data: code, prompt: "" })).toEqual([
      "own exercise “twice”: an exercise in code needs the files starter.ts, solution.ts and check.ts.",
    ]);
    expect(
      problemsOf({
        id: "twice",
        data: code,
        prompt: "",
        files: { "starter.ts": "", "solution.ts": "x" },
      }),
    ).toHaveLength(1);
    const varies = { edition: 1, numbers: { aa: [1, 2] } };
    expect(problemsOf({ id: "sum", data: { ...data, varies }, prompt: "" })).toEqual([
      "own exercise “sum”: varies is for exercises of the book. Write the numbers into the question.",
    ]);
  });

  it("is found by the assignment that brings it, and one of the book that is gone is left out", () => {
    const own = [{ id: "sum", data, prompt: "Add." }];
    const chosen = { edition: 1, points: 1, variant: { kind: "book" } } as const;
    const exercises = [
      { id: "sum", chapter: "", ...chosen },
      { id: "no-such-exercise", chapter: "momentum", ...chosen },
    ];
    expect([...questionsOf(assignmentOf(new Map(), { own, exercises })).keys()]).toEqual(["sum"]);
  });
});
