import { describe, expect, it, vi } from "vitest";
import { attempted, openProgress, type Progress, untouched } from "#src/grading/progress.ts";
import { nextTask, standingOf } from "#src/grading/work.ts";
import {
  MOST_WORK,
  packWork,
  putWork,
  takeBackWork,
  unpackWork,
  workIn,
} from "#src/grading/work-file.ts";
import { MARK } from "#src/notebook/wiped.ts";
import { fakeStorage } from "../fake-storage.ts";

const tasks = [
  { id: "a1", chapter: "a" },
  { id: "a2", chapter: "a" },
  { id: "b1", chapter: "b" },
  { id: "c1", chapter: "c" },
];
const needs = { b: ["a"], c: [] };
const passed = (at: number): Progress => ({
  ...untouched,
  passed: true,
  attempts: 1,
  log: [{ answer: "x", at, credit: 1 }],
});
const from = (done: Readonly<Record<string, Progress>>) => ({
  progressOf: ({ id }: { id: string }) => done[id] ?? untouched,
});

describe("an attempt", () => {
  it("is counted and kept with its answer, the latest thirty of them", () => {
    let progress = untouched;
    for (let count = 1; count <= 31; count++)
      progress = attempted(progress, [String(count)], { kind: "fail", message: "", credit: 0.5 });
    progress = attempted(progress, ["right"], { kind: "pass" });
    expect(progress).toMatchObject({ attempts: 32, passed: true, answer: ["right"] });
    expect(progress.log).toHaveLength(30);
    expect(progress.log?.[0]).toMatchObject({ answer: ["3"], credit: 0.5 });
    expect(progress.log?.at(-1)).toMatchObject({ answer: ["right"], credit: 1 });
  });

  it("is none when nothing could be judged, and the answer is kept all the same", () => {
    const unread = { kind: "error", stage: "blank", message: "" } as const;
    expect(attempted(untouched, ["x"], unread)).toEqual({ ...untouched, answer: ["x"] });
  });
});

describe("kept work", () => {
  const kept = (failure: unknown) => {
    const { storage } = fakeStorage({
      "downhill:exercise:a:a1": JSON.stringify({ version: 1, value: { ...untouched, failure } }),
    });
    vi.stubGlobal("localStorage", storage);
    const { value } = openProgress("a", "a1").read();
    vi.unstubAllGlobals();
    return value;
  };

  it("may hold what was said of the latest answer, in the shape in which it is shown", () => {
    const failure = {
      message: "No.",
      counterexample: "f(1)",
      numbers: { expected: [1], got: [2] },
    };
    expect(kept(failure)?.failure).toEqual(failure);
    for (const damaged of [
      "No.",
      {},
      { message: "No.", counterexample: 1 },
      { message: "No.", numbers: { expected: [1] } },
      { message: "No.", numbers: { expected: ["1"], got: [2] } },
    ])
      expect(kept(damaged)).toBeUndefined();
  });
});

describe("the standing", () => {
  it("counts what is solved and what was only tried", () => {
    const { progressOf } = from({ a1: passed(1), a2: { ...untouched, attempts: 3 } });
    expect(standingOf(tasks, progressOf)).toEqual({ solved: 1, tried: 1, total: 4 });
  });
});

describe("the next exercise", () => {
  const next = (done: Readonly<Record<string, Progress>>) =>
    nextTask(tasks, from(done).progressOf, needs)?.id;

  it("is the first of the book for who has done nothing", () => expect(next({})).toBe("a1"));
  it("goes on in the chapter worked on last", () => {
    expect(next({ a1: passed(5) })).toBe("a2");
    expect(next({ a1: passed(5), b1: passed(9) })).toBe("a2");
  });
  it("after a chapter is the first whose prerequisites are done", () => {
    expect(next({ c1: passed(9) })).toBe("a1");
    expect(next({ a1: passed(1), a2: passed(2) })).toBe("b1");
  });
  it("is of no chapter that needs another one first, where there is a choice", () => {
    const first = (prerequisites: Readonly<Record<string, readonly string[]>>) =>
      nextTask(tasks, from({}).progressOf, prerequisites)?.id;
    expect(first({ a: ["c"], b: ["a"] })).toBe("c1");
    expect(first({ a: ["b"], b: ["c"], c: ["a"] })).toBe("a1");
  });
  it("is nothing when all is done", () => {
    const all = Object.fromEntries(tasks.map(({ id }, at) => [id, passed(at)]));
    expect(next(all)).toBeUndefined();
  });
});

/** Storage of a browser with room for so many characters. */
function storageOf(entries: Readonly<Record<string, string>>, room = Number.POSITIVE_INFINITY) {
  const map = new Map(Object.entries(entries));
  return {
    map,
    get length() {
      return map.size;
    },
    key: (index: number) => [...map.keys()][index] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    removeItem: (key: string) => void map.delete(key),
    setItem(key: string, value: string) {
      const used = [...map].reduce((sum, [one, text]) => sum + (one === key ? 0 : text.length), 0);
      if (used + value.length > room) throw new Error("QuotaExceededError");
      map.set(key, value);
    },
  };
}

describe("all work as a file", () => {
  it("comes back as it was, and takes nothing of others", () => {
    const storage = storageOf({ "downhill:a": "1", other: "2", "downhill:b": "x\n" });
    const text = packWork(workIn(storage), new Date(0));
    expect(unpackWork(text)).toEqual({ work: { "downhill:a": "1", "downhill:b": "x\n" } });
    expect(JSON.parse(text)).toMatchObject({ saved: "1970-01-01T00:00:00.000Z" });
  });

  it.each([
    ["", /no JSON/],
    ['{"format":"downhill-work","version":1,"work":{"downhill:a":', /not all of it is there/],
    ["[1, 2]", /none of this book’s/],
    ["null", /none of this book’s/],
    ['{"cells":[],"nbformat":4}', /none of this book’s/],
    [
      '{"format":"downhill-work","version":7,"work":{}}',
      /another edition \(version 7; this one reads 1\)/,
    ],
    ['{"format":"downhill-work","version":1}', /holds no work/],
    ['{"format":"downhill-work","version":1,"work":{"secret":"x"}}', /“secret”/],
    ['{"format":"downhill-work","version":1,"work":{"downhill:a":{}}}', /“downhill:a”/],
  ])("that is %s is refused in words", (text, words) => {
    const read = unpackWork(text);
    expect("problem" in read && read.problem).toMatch(words);
  });

  it("that is too large is refused in words", () => {
    const read = unpackWork("x".repeat(MOST_WORK + 1));
    expect("problem" in read && read.problem).toMatch(
      /^This file is too large to hold work of this book \(20 million characters; 20 at most\)\./,
    );
  });

  it("is put beside what is there, and can be taken back but for what has changed since", () => {
    const storage = storageOf({ "downhill:a": "old", "downhill:b": "x", other: "2" });
    const before = workIn(storage);
    const after = { ...before, "downhill:a": "new", "downhill:c": "y" };
    expect(putWork(storage, after)).toBeUndefined();
    expect(Object.fromEntries(storage.map)).toEqual({ ...after, other: "2" });
    storage.setItem("downhill:a", "newer");
    expect(takeBackWork(storage, before, after)).toBeUndefined();
    expect(Object.fromEntries(storage.map)).toEqual({
      ...before,
      "downhill:a": "newer",
      other: "2",
    });
  });

  it("that does not fit changes nothing, and says so", () => {
    const storage = storageOf({ "downhill:a": "old", other: "2" }, 10);
    const problem = putWork(storage, { "downhill:a": "new", "downhill:c": "x".repeat(20) });
    expect(problem).toMatch(/does not fit .*QuotaExceededError.*still here/);
    expect(Object.fromEntries(storage.map)).toEqual({ other: "2", "downhill:a": "old" });
  });

  it("that does not fit changes nothing where what was here only just fits", () => {
    const here = { "downhill:a": "aaaa", "downhill:b": "bb", "downhill:c": "c" };
    const storage = storageOf(here, 7);
    const problem = putWork(storage, {
      "downhill:a": "a",
      "downhill:b": "bbbbb",
      "downhill:c": "cc",
    });
    expect(problem).toMatch(/does not fit .*still here/);
    expect(Object.fromEntries(storage.map)).toEqual(here);
  });

  it("is taken back where what was here only just fitted", () => {
    const here = { "downhill:a": "aaaa", "downhill:b": "bb" };
    const storage = storageOf(here, 6);
    const file = { "downhill:a": "a", "downhill:b": "bbbbb" };
    expect(putWork(storage, file)).toBeUndefined();
    expect(takeBackWork(storage, here, file)).toBeUndefined();
    expect(Object.fromEntries(storage.map)).toEqual(here);
  });

  it("leaves out the mark by which the page knows the storage", () => {
    expect(workIn(storageOf({ [MARK]: "x", "downhill:a": "1" }))).toEqual({ "downhill:a": "1" });
  });
});
