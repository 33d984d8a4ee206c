import { describe, expect, it } from "vitest";
import { type Progress, untouched } from "#src/grading/progress.ts";
import { watchAttempts } from "#src/lms/attempts.ts";
import { exerciseOf } from "./package-of.ts";

const first = exerciseOf("first");
const log = (...times: readonly number[]): Progress => ({
  ...untouched,
  attempts: times.length,
  log: times.map((at) => ({ answer: ["1"], at, credit: 0 })),
});

describe("the watch over attempts", () => {
  it("tells each new one once, with the time from the first change to the check", () => {
    const watch = watchAttempts(new Map());
    expect(watch.follow(first, { ...untouched, answer: ["1"] }, 1000)).toEqual([]);
    expect(watch.follow(first, { ...untouched, answer: ["12"] }, 5000)).toEqual([]);
    expect(watch.follow(first, log(9000), 9000)).toEqual([
      { exercise: first, answer: ["1"], at: 9000, credit: 0, seconds: 8 },
    ]);
    expect(watch.follow(first, log(9000), 9500)).toEqual([]);
    expect(watch.follow(first, log(9000, 12_000), 12_000)).toMatchObject([
      { at: 12_000, seconds: 2.5 },
    ]);
  });

  it("tells none that was there before", () => {
    const watch = watchAttempts(new Map([["first", log(1)]]));
    expect(watch.follow(first, log(1, 2), 2)).toMatchObject([{ at: 2 }]);
  });

  it("claims no time that it has not seen", () => {
    const [attempt] = watchAttempts(new Map()).follow(first, log(5), 5);
    expect(attempt).not.toHaveProperty("seconds");
  });
});
