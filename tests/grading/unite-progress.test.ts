import { describe, expect, it } from "vitest";
import { type Progress, untouched } from "#src/grading/progress.ts";
import { isSameProgress, putAside, uniteProgress } from "#src/grading/unite-progress.ts";

const attempt = (at: number, answer = [String(at)], credit = 0) => ({ answer, at, credit });
const work = (change: Partial<Progress>): Progress => ({ ...untouched, ...change });

describe("the work of two tabs on one exercise", () => {
  it("has the attempts of both by time, and is passed if either has", () => {
    const first = work({ attempts: 2, log: [attempt(1), attempt(4)] });
    const other = work({ attempts: 3, log: [attempt(1), attempt(2), attempt(3)], passed: true });
    const { attempts, log, passed } = uniteProgress(first, other);
    expect([attempts, log?.map(({ at }) => at), passed]).toEqual([4, [1, 2, 3, 4], true]);
  });

  it("does not count again what one of them has forgotten", () => {
    const log = Array.from({ length: 31 }, (_, i) => attempt(i));
    const first = work({ attempts: 31, log: log.slice(1) });
    expect(uniteProgress(first, work({ attempts: 30, log: log.slice(0, 30) })).attempts).toBe(31);
  });

  it("keeps the answer of the first, and puts another one aside", () => {
    const [first, other] = [work({ answer: ["1"] }), work({ answer: ["2"] })];
    const united = uniteProgress(first, other, 7);
    expect([united.answer, united.aside]).toEqual([["1"], [{ answer: ["2"], at: 7 }]]);
    expect(uniteProgress(first, first, 7)).toEqual(first);
    expect(uniteProgress(first, work({ answer: [""] }), 7).aside).toBeUndefined();
    expect(uniteProgress(untouched, other).answer).toEqual(["2"]);
  });

  it("keeps answers to other numbers as such", () => {
    const first = work({ answer: ["1"], drafts: { a: ["3"] } });
    const other = work({ variant: "1.x.1", answer: ["2"], drafts: { a: ["4"] } });
    const united = uniteProgress(first, other, 7);
    expect(united).toMatchObject({ answer: ["1"], drafts: { a: ["3"], "1.x.1": ["2"] } });
    expect(united.variant).toBeUndefined();
    expect(united.aside).toEqual([{ answer: ["4"], at: 7, variant: "a" }]);
  });

  it("is the same once more", () => {
    const first = work({ answer: "a", before: "x", attempts: 1, log: [attempt(2)] });
    const other = work({ answer: "b", before: "y", attempts: 1, log: [attempt(1)], hints: 2 });
    const united = uniteProgress(first, other, 7);
    expect(isSameProgress(uniteProgress(united, other, 7), united)).toBe(true);
    expect(united.aside?.map(({ answer }) => answer)).toEqual(["b", "y"]);
  });
});

describe("an answer put aside", () => {
  it("is listed once, and an empty one is not", () => {
    const once = putAside(work({}), "a", 1);
    expect(putAside(once, "a", 2).aside).toEqual([{ answer: "a", at: 1 }]);
    expect(putAside(once, " ", 2)).toBe(once);
  });
});

describe("two progresses", () => {
  it("are the same in whatever order they say it", () => {
    const one = work({ drafts: { a: ["1"], b: ["2"] } });
    const other: Progress = {
      drafts: { b: ["2"], a: ["1"] },
      hints: 0,
      passed: false,
      attempts: 0,
    };
    expect(isSameProgress(one, other)).toBe(true);
    expect(isSameProgress(one, work({}))).toBe(false);
  });
});
