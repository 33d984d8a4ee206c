import { describe, expect, it } from "vitest";
import { broughtBack, earlierWith, handIn } from "#components/classroom/student/hand-in.ts";
import { standingInWords, studentStanding } from "#components/classroom/student/standing.ts";
import { openRecord, recordIds } from "#components/classroom/student/student-store.ts";
import { fullPoints } from "#src/classroom/assignment.ts";
import { readSubmission } from "#src/classroom/read-submission.ts";
import { regrade } from "#src/classroom/regrade.ts";
import { variantOf } from "#src/classroom/student.ts";
import { submissionText } from "#src/classroom/submission.ts";
import { attempted, type Progress, untouched } from "#src/grading/progress.ts";
import { assignmentOf, judgeHere, questionsFor } from "../../../classroom/assignment-of.ts";
import { fakeStorage } from "../../../fake-storage.ts";

const questions = questionsFor(["what-is-unbiased", "order-of-a-step", "stability-limit"]);
const assignment = assignmentOf(questions, { due: "2026-12-04T18:00:00+01:00" });
const student = { name: "Ada Byron", number: "1815" };
const before: Progress = { ...untouched };
const work = new Map<string, Progress>([
  ["stability-limit", attempted(before, ["2*(1+b)/L"], { kind: "pass" })],
]);
const now = new Date("2026-12-04T17:00:00Z");
const options = { assignment, student, work, earlier: {}, edition: "1.0.0", now };

describe("what a student hands in", () => {
  it("passes the reader of submissions without a flag, with an answer for each exercise", async () => {
    const received = await readSubmission(submissionText(await handIn(options)));
    if (received.kind !== "submission") throw new Error(received.flag.words);
    expect(received.flags).toEqual([]);
    expect(received.submission.answers.map(({ exercise }) => exercise)).toEqual(
      assignment.exercises.map(({ id }) => id),
    );
    expect(received.submission).toMatchObject({
      student,
      edition: "1.0.0",
      made: now.toISOString(),
    });
  });

  it("is worth the points that the student's page said", async () => {
    const received = await readSubmission(submissionText(await handIn(options)));
    const course = {
      assignment,
      digest: undefined,
      questions,
      edition: "1.0.0",
      judgeCode: judgeHere,
    };
    const { marks, flags } = await regrade(course, "ada.json", received);
    const points = assignment.exercises.reduce(
      (sum, exercise, index) => sum + exercise.points * (marks[index]?.credit ?? 0),
      0,
    );
    const said = studentStanding(assignment, work);
    expect(said).toEqual({ right: 1, points: 3, unchecked: 0, blank: 2 });
    expect(points).toBe(said.points);
    expect(flags).toEqual([]);
    expect(standingInWords(said, 3, fullPoints(assignment))).toBe(
      "1 of 3 right, 3 of 6 points so far. 2 exercises have no answer.",
    );
  });

  it("leaves out empty boxes, and attempts in other numbers", async () => {
    const [first] = assignment.exercises;
    if (!first) throw new Error("there is an exercise");
    const variant = variantOf(assignment.id, first, student) ?? "1.a.1";
    const log = [
      { answer: ["1"], at: 1, credit: 0.5 },
      { answer: ["2"], at: 2, credit: 1, variant },
    ];
    const mine = new Map([[first.id, { ...untouched, answer: ["", ""], variant, log }]]);
    const { answers } = await handIn({ ...options, work: mine });
    expect(answers[0]).toEqual({
      exercise: first.id,
      variant,
      attempts: [{ at: 2, credit: 1 }],
      hints: 0,
    });
  });

  it("tells first the attempts that were made on another machine", async () => {
    const earlier = { "stability-limit": [{ at: 1, credit: 0 }] };
    const { answers } = await handIn({ ...options, earlier });
    expect(answers[2]?.attempts.map(({ at, credit }) => [at > 1, credit])).toEqual([
      [false, 0],
      [true, 1],
    ]);
  });
});

describe("attempts that come back to where they were made", () => {
  it("are told once, the earliest first", async () => {
    const log = [
      { answer: ["1"], at: 3, credit: 0 },
      { answer: ["2"], at: 9, credit: 1 },
    ];
    const mine = new Map([["stability-limit", { ...untouched, answer: ["2"], log }]]);
    const earlier = {
      "stability-limit": [
        { at: 3, credit: 0 },
        { at: 5, credit: 0.5 },
        { at: 3, credit: 0 },
      ],
    };
    const { answers } = await handIn({ ...options, work: mine, earlier });
    expect(answers[2]?.attempts).toEqual([
      { at: 3, credit: 0 },
      { at: 5, credit: 0.5 },
      { at: 9, credit: 1 },
    ]);
  });

  it("stay beside those of a file that came before", () => {
    const before = { a: [{ at: 1, credit: 0 }], b: [{ at: 2, credit: 0 }] };
    const handed = {
      exercise: "a",
      hints: 0,
      attempts: [
        { at: 1, credit: 0 },
        { at: 4, credit: 1 },
      ],
    };
    expect(earlierWith(before, [handed])).toEqual({
      a: [
        { at: 1, credit: 0 },
        { at: 4, credit: 1 },
      ],
      b: [{ at: 2, credit: 0 }],
    });
  });
});

describe("how far a student has come", () => {
  const of = (progress: Progress) =>
    studentStanding(assignment, new Map([["stability-limit", progress]]));
  const log = [{ answer: ["1"], at: 1, credit: 0.5 }];

  it("counts the share of the points that the present answer is worth", () => {
    expect(of({ ...untouched, answer: ["1"], log })).toMatchObject({ right: 0, points: 1.5 });
  });

  it("counts nothing for an answer that was changed since, and says so", () => {
    const standing = of({ ...untouched, answer: ["2"], passed: true, log });
    expect(standing).toEqual({ right: 0, points: 0, unchecked: 1, blank: 2 });
    expect(standingInWords(standing, 3, 6)).toBe(
      "0 of 3 right, 0 of 6 points so far. 1 answer is not checked yet. 2 exercises have no answer.",
    );
  });

  it("counts nothing for an answer that was right in other numbers", () => {
    expect(of({ ...untouched, answer: ["1"], variant: "1.a.1", log }).unchecked).toBe(1);
  });
});

describe("an answer that comes back from a file", () => {
  const file = { exercise: "a", answer: ["3"], attempts: [], hints: 2 };

  it("is to be checked again, whatever the file says of it", () => {
    const back = broughtBack(untouched, { ...file, attempts: [{ at: 1, credit: 1 }] });
    expect(back).toMatchObject({ answer: ["3"], hints: 2, passed: false, attempts: 0 });
    expect(
      studentStanding(
        { ...assignment, exercises: [{ ...exercise, id: "a" }] },
        new Map([["a", back]]),
      ).unchecked,
    ).toBe(1);
  });

  it("puts the answer that was here aside", () => {
    const back = broughtBack({ ...untouched, answer: ["mine"] }, file);
    expect(back.answer).toEqual(["3"]);
    expect(JSON.stringify(back)).toContain("mine");
  });

  it("takes nothing away where the file has no answer", () => {
    const here = { ...untouched, answer: ["mine"] };
    expect(broughtBack(here, { exercise: "a", attempts: [], hints: 0 })).toBe(here);
  });
});

const exercise = assignment.exercises[0] as (typeof assignment.exercises)[number];

describe("the record of an assignment in the student's browser", () => {
  it("comes back as it was left, and is set aside with words when it is damaged", () => {
    const record = { assignment, student, handed: [1, 2], earlier: { a: [{ at: 1, credit: 0 }] } };
    const { storage } = fakeStorage();
    expect(openRecord("week-3", storage).write(record)).toBeUndefined();
    expect(openRecord("week-3", storage).read().value).toEqual(record);
    storage.setItem("downhill:assignment:week-3", '{"version":1,"value":{"handed":1}}');
    expect(openRecord("week-3", storage).read().problem).toContain(
      "your answers are kept, only who you are is asked again",
    );
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
    expect(recordIds([...keys, "downhill:assignment:x"])).toEqual(["x"]);
  });
});
