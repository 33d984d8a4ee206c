import { describe, expect, it } from "vitest";
import { attempted, type Progress, untouched } from "#src/grading/progress.ts";
import { attemptsInWords, lastVerdict, strayTasks, tasksOf } from "#src/grading/work-sheet.ts";

const tasks = [
  { id: "a1", chapter: "a" },
  { id: "a2", chapter: "a" },
  { id: "b1", chapter: "b" },
];
const wrong = {
  kind: "fail",
  message: "Not yet.",
  credit: 0.5,
  counterexample: "f(1) is 2",
  numbers: { expected: [1], got: [2] },
} as const;

describe("a worksheet", () => {
  const tried = (id: string): Progress => ({ ...untouched, attempts: id === "a2" ? 1 : 0 });
  const ids = (choice: Parameters<typeof tasksOf>[2]) =>
    tasksOf(tasks, ({ id }) => tried(id), choice).map(({ id }) => id);

  it("holds all, what was tried, or a chapter, in the order of the book", () => {
    expect(ids("all")).toEqual(["a1", "a2", "b1"]);
    expect(ids("tried")).toEqual(["a2"]);
    expect(ids({ chapter: "a" })).toEqual(["a1", "a2"]);
  });

  it("finds work on exercises that the book has not, or not in that chapter", () => {
    const keys = [
      "downhill:exercise:a:a1",
      "downhill:exercise:a:gone",
      "downhill:exercise:b:a2",
      "downhill:exercise:a:a1.damaged.1",
      "downhill:cell:a:x",
      "downhill:theme",
    ];
    expect(strayTasks(keys, tasks)).toEqual([
      { chapter: "a", id: "gone" },
      { chapter: "b", id: "a2" },
    ]);
  });
});

describe("work that belongs to another page", () => {
  it("is none that has gone from the book", () => {
    const keys = [
      "downhill:exercise:assignment.week-3:ten-steps",
      "downhill:exercise:notebook.mine:x",
      "downhill:exercise:gallery.one:x",
      "downhill:exercise:/teach/:x",
    ];
    expect(strayTasks(keys, tasks)).toEqual([]);
  });
});

describe("the verdict on a sheet", () => {
  it("is that of the latest attempt, with the case that showed it", () => {
    const progress = attempted(untouched, ["x"], wrong);
    expect(lastVerdict(progress)).toEqual(wrong);
    expect(lastVerdict(attempted(progress, ["y"], { kind: "pass" }))).toEqual({ kind: "pass" });
  });

  it("is none for an answer that was changed since, or never checked", () => {
    expect(lastVerdict({ ...attempted(untouched, ["x"], wrong), answer: ["y"] })).toBe("changed");
    expect(lastVerdict({ ...untouched, answer: ["y"] })).toBeUndefined();
  });

  it("is known from the credit alone where the words were not kept", () => {
    const { failure: _, ...old } = attempted(untouched, ["x"], wrong);
    expect(lastVerdict(old)).toEqual({ kind: "fail", message: "", credit: 0.5 });
  });

  it("forgets the words on a wrong answer with the next one", () => {
    const { failure } = attempted(attempted(untouched, ["x"], wrong), ["y"], {
      kind: "fail",
      message: "Nor this.",
      credit: 0,
    });
    expect(failure).toEqual({ message: "Nor this." });
  });

  it("counts the attempts and dates the last", () => {
    const at = new Date(2026, 10, 28, 12).getTime();
    const log = [{ answer: ["x"], at, credit: 0 }];
    expect(attemptsInWords(untouched)).toBe("not tried yet");
    expect(attemptsInWords({ ...untouched, attempts: 1, log })).toBe(
      "1 attempt, the last on 28 November 2026",
    );
    expect(attemptsInWords({ ...untouched, attempts: 40 })).toBe("40 attempts");
  });
});
