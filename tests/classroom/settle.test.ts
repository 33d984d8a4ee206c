import { describe, expect, it } from "vitest";
import type { Result } from "#src/classroom/result.ts";
import { settle } from "#src/classroom/settle.ts";
import { type Student, studentKey } from "#src/classroom/student.ts";

function handIn(file: string, student: Student, day: number, attempts: readonly number[]): Result {
  return {
    file,
    student,
    key: studentKey(student),
    state: "graded",
    made: `2026-12-0${day}T12:00:00Z`,
    late: 0,
    marks: [
      {
        exercise: "one",
        verdict: { kind: "pass" },
        credit: 1,
        attempts: attempts.map((at) => ({ at, credit: 1 })),
        hints: 0,
      },
    ],
    flags: [],
  };
}

const wordsOf = (...results: readonly Result[]) =>
  Object.fromEntries(
    settle(results).map(({ file, flags }) => [file, flags.map(({ words }) => words)]),
  );

describe("several hand-ins under one key", () => {
  it("of two names say so at both, and first at the one that counts", () => {
    const ada = handIn("ada.json", { name: "Ada", number: "1815" }, 1, [1]);
    const bo = handIn("bo.json", { name: "Bo", number: "1815" }, 2, [2]);
    expect(wordsOf(ada, bo)).toEqual({
      "bo.json": [
        "Two names share the number 1815: “Bo” (bo.json, which counts) and “Ada” (ada.json, which then counts for nobody). If they are two students, one of them wrote a wrong number: ask both, let that one hand in again under the right number, and grade again.",
      ],
      "ada.json": [
        "“Bo” handed in later under the same number 1815 (bo.json), and only that counts. If they are two students, one of them wrote a wrong number: ask both, let that one hand in again under the right number, and grade again.",
      ],
    });
  });

  it("are ordinary where number and name are the same, however the name is written", () => {
    const first = handIn("1.json", { name: "Ada Byron", number: "1815" }, 1, [1]);
    const second = handIn("2.json", { name: " ada  byron", number: "1815" }, 2, [2]);
    const nameless = handIn("3.json", { name: "", number: "1815" }, 3, [3]);
    expect(wordsOf(first, second)["2.json"]).toEqual([]);
    expect(wordsOf(first, nameless)["3.json"]).toEqual([]);
  });

  it("of one name without a number are told, and nobody is accused", () => {
    const first = handIn("1.json", { name: "Ada", number: "" }, 1, [1]);
    const second = handIn("2.json", { name: "Ada", number: "" }, 2, [2]);
    expect(wordsOf(first, second)["2.json"]).toEqual([
      "Another file under the same name and without a number does not count, because this one was made later: 1.json. Most likely the student handed in again; if two students have this name, let them hand in with a number.",
    ]);
  });

  it("of one name without a number are ordinary where the later file has attempts of the earlier", () => {
    const first = handIn("1.json", { name: "Ada", number: "" }, 1, [1, 2]);
    const second = handIn("2.json", { name: "Ada", number: "" }, 2, [1, 2, 3]);
    expect(wordsOf(first, second)["2.json"]).toEqual([]);
  });
});
