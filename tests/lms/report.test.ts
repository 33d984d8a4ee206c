import { describe, expect, it } from "vitest";
import { type Progress, untouched } from "#src/grading/progress.ts";
import { reportInWords, reportOf } from "#src/lms/report.ts";
import { packageOf } from "./package-of.ts";

const solved: Progress = { ...untouched, attempts: 1, passed: true };
const tried = (...credits: readonly number[]): Progress => ({
  ...untouched,
  attempts: credits.length,
  log: credits.map((credit, at) => ({ answer: ["1"], at, credit })),
});
const report = (work: Readonly<Record<string, Progress>>, read = false, change = {}) =>
  reportOf(packageOf(change), (id) => work[id], read);

describe("what is told of the work on a package", () => {
  it("is nothing of an exercise that was only typed into", () => {
    const { exercises, completed, points } = report({ first: { ...untouched, answer: ["3"] } });
    expect(exercises[0]).not.toHaveProperty("credit");
    expect([completed, points]).toEqual([false, 0]);
  });

  it("counts the best answer to each, by its points", () => {
    const told = report({ first: solved, second: tried(0.5, 0.25), third: tried(0.5) });
    expect(told.exercises.map(({ credit }) => credit)).toEqual([1, 0.5, 0.5]);
    expect([told.points, told.full, told.completed, told.passed]).toEqual([2.5, 4, true, true]);
  });

  it("is complete when each was answered, and then failed without enough points", () => {
    expect(report({ first: solved, second: tried(0), third: tried(0) })).toMatchObject({
      completed: true,
      passed: false,
    });
  });

  it("leaves open whether it is passed until there is enough or all is answered", () => {
    expect(report({ first: solved })).not.toHaveProperty("passed");
    expect(report({ third: solved })).toMatchObject({ completed: false, passed: true });
  });

  it("loses no pass to the rounding of thirds", () => {
    const thirds = { first: tried(1 / 3), second: tried(1 / 3), third: tried(1 / 3) };
    expect(report(thirds, false, { pass: 4 / 3 / 4 }).passed).toBe(true);
  });

  it("is complete by reading where there is nothing to answer, and never passed or failed", () => {
    expect(report({}, false, { exercises: [] }).completed).toBe(false);
    const read = report({}, true, { exercises: [] });
    expect(read.completed).toBe(true);
    expect(read).not.toHaveProperty("passed");
  });

  it("is not complete by reading where there are exercises", () => {
    expect(report({ first: solved }, true).completed).toBe(false);
  });

  it("is said to the learner in a line", () => {
    expect(reportInWords(report({ first: solved, second: tried(0.5) }))).toBe(
      "2 of 3 answered, 1 solved",
    );
    expect(reportInWords(report({}, false, { exercises: [] }))).toBe("Not read to the end yet");
    expect(reportInWords(report({}, true, { exercises: [] }))).toBe("Read to the end");
  });
});
