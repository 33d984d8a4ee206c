import { describe, expect, it } from "vitest";
import { type Progress, untouched } from "#src/grading/progress.ts";
import { damageInWords, leftInWords } from "#src/lms/left-in-words.ts";
import { packRecord, unpackRecord } from "#src/lms/packed-record.ts";
import { type LearnerWork, packState, readState } from "#src/lms/resume-state.ts";
import { packageOf } from "./package-of.ts";

/** Text that deflating does not shorten much. */
const noise = (length: number, seed = 1) => {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(33 + (state >>> 25) * 0.7);
  }).join("");
};
const answered = (answer: string, ...earlier: readonly string[]): Progress => ({
  ...untouched,
  attempts: 1 + earlier.length,
  passed: true,
  hints: 1,
  answer,
  log: [...earlier, answer].map((one, at) => ({ answer: one, at, credit: one === answer ? 1 : 0 })),
});
const work = (change: Partial<LearnerWork>): LearnerWork => ({
  exercises: new Map(),
  cells: new Map(),
  ...change,
});
const back = (text: string) => {
  const read = readState(text);
  if ("problem" in read) throw new Error(read.problem);
  return read;
};

describe("the resume state", () => {
  it("brings back all that fits: answers with their attempts, cells, and who it is", () => {
    const whole = work({
      exercises: new Map([
        ["first", answered("0.5", "0.4")],
        ["second", { ...untouched, answer: ["", "naïve ½"], variant: "1.k3f9.2" }],
      ]),
      cells: new Map([["step", '{"version":1,"value":{"source":"x = 1"}}']]),
      student: { name: "Ada Ābel", number: "17" },
    });
    const { text, left } = packState(whole, 4096);
    expect(back(text)).toEqual({ work: whole, damaged: 0 });
    expect(left).toEqual({ answers: [], cells: [], earlier: [] });
  });

  it("is plain ASCII, and within its limit whatever there is", () => {
    const much = work({
      exercises: new Map(
        Array.from({ length: 12 }, (_, n) => [
          `e${n}`,
          answered(noise(900, n + 1), noise(500, 99 + n)),
        ]),
      ),
      cells: new Map([["step", noise(4000)]]),
    });
    for (const most of [300, 1000, 4096, 64_000]) {
      const { text } = packState(much, most);
      expect(text.length).toBeLessThanOrEqual(most);
      expect(text).toMatch(/^[\w.-]+$/);
    }
  });

  it("keeps how far each has come when answers do not fit, and says which", () => {
    const exercises = new Map([
      ["first", answered(noise(5000))],
      ["second", answered("0.5")],
    ]);
    const { text, left } = packState(work({ exercises }), 1000);
    expect(left).toEqual({ answers: ["first"], cells: [], earlier: [] });
    expect(back(text).work.exercises.get("first")).toEqual({
      attempts: 1,
      passed: true,
      hints: 1,
    });
    expect(back(text).work.exercises.get("second")).toEqual(exercises.get("second"));
  });

  it("takes the shortest answers first, so that most have room", () => {
    const exercises = new Map([
      ["first", answered(noise(330, 1))],
      ["second", answered(noise(180, 2))],
      ["third", answered(noise(180, 3))],
    ]);
    expect(packState(work({ exercises }), 900).left.answers).toEqual(["first"]);
  });

  it("gives up earlier answers before a cell, and a cell before an answer", () => {
    const full = work({
      exercises: new Map([["first", answered(noise(200, 1), noise(900, 2))]]),
      cells: new Map([["step", noise(600, 3)]]),
    });
    const tight = packState(full, 1300);
    expect(tight.left).toEqual({ answers: [], cells: [], earlier: ["first"] });
    expect(back(tight.text).work.cells.get("step")).toBe(noise(600, 3));
    expect(packState(full, 600).left).toEqual({ answers: [], cells: ["step"], earlier: ["first"] });
    expect(packState(full, 150).left.answers).toEqual(["first"]);
  });

  it("keeps the best answer's credit of an exercise that is not solved", () => {
    const tried: Progress = {
      ...untouched,
      attempts: 3,
      answer: ["9"],
      log: [0.25, 0.5, 0].map((credit, at) => ({ answer: [`${noise(300, at)}`], at, credit })),
    };
    const { text } = packState(work({ exercises: new Map([["first", tried]]) }), 600);
    const credits = back(text)
      .work.exercises.get("first")
      ?.log?.map(({ credit }) => credit);
    expect(credits).toEqual([0.5]);
  });

  it("leaves out what nobody has touched, and what the page knows itself", () => {
    const exercises = new Map([
      ["first", untouched],
      ["second", { ...answered("x"), base: "y", failure: { message: "no" } }],
    ]);
    const { text } = packState(work({ exercises }), 4096);
    expect([...back(text).work.exercises]).toEqual([["second", answered("x")]]);
  });

  it("is restored as far as can be when it was cut off or changed, and the damage is counted", () => {
    const exercises = new Map([
      ["first", answered("1")],
      ["second", answered("2")],
    ]);
    const { text } = packState(work({ exercises }), 4096);
    const cut = back(text.slice(0, -3));
    expect([cut.work.exercises.size, cut.damaged]).toEqual([1, 1]);
    const at = text.indexOf(".") + 5;
    const other = text[at] === "A" ? "B" : "A";
    const changed = back(text.slice(0, at) + other + text.slice(at + 1));
    expect([changed.work.exercises.size, changed.damaged]).toEqual([1, 1]);
  });

  it("drops a record that says what no page has written", () => {
    const forged = `downhill1.${packRecord(["exercise", "first", { attempts: "many" }])}.${packRecord(7)}`;
    expect(back(forged)).toEqual({ work: work({}), damaged: 2 });
  });

  it("of another edition is said", () => {
    expect(readState("viewed=1,2,3")).toEqual({
      problem:
        "What the LMS has kept of earlier work is not in the form of this edition, so it could not be read. What is in this browser is here.",
    });
  });
});

describe("a packed record", () => {
  it("unpacks to no more than a megabyte", () => {
    expect(unpackRecord(packRecord("x".repeat(3_000_000)))).toBeUndefined();
    expect(unpackRecord(packRecord("x".repeat(900_000)))?.data).toHaveLength(900_000);
  });

  it("is none when its check is another's, though the rest can be read", () => {
    const packed = packRecord({ passed: true });
    const other = packRecord({ passed: false });
    expect(unpackRecord(packed.slice(0, -4) + other.slice(-4))).toBeUndefined();
  });

  it.each(["", "abcd", "abcdefgh", "!!!!!!!!"])("is none when it is %j", (text) => {
    expect(unpackRecord(text)).toBeUndefined();
  });
});

describe("what the learner hears of it", () => {
  it("names what stays here", () => {
    const left = { answers: ["first", "gone"], cells: ["step"], earlier: ["second", "third"] };
    expect(leftInWords(left, packageOf(), 4096)).toBe(
      "The LMS keeps 4,096 characters, so this stays in this browser only: the answers to “The first”, “gone”; 1 changed cell; earlier answers to 2 exercises.",
    );
    expect(leftInWords({ answers: [], cells: [], earlier: [] }, packageOf(), 4096)).toBe("");
  });

  it("counts what was damaged", () => {
    expect([0, 1, 2].map(damageInWords)).toEqual([
      "",
      "One part of what the LMS has kept was damaged and could not be read. The rest is here.",
      "2 parts of what the LMS has kept were damaged and could not be read. The rest is here.",
    ]);
  });
});
