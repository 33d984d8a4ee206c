import { describe, expect, it } from "vitest";
import { broughtBack, handIn } from "#components/classroom/student/hand-in.ts";
import { standingInWords, studentStanding } from "#components/classroom/student/standing.ts";
import { openRecord, recordIds } from "#components/classroom/student/student-store.ts";
import { dueInWords, handedInWords } from "#components/classroom/student/words.ts";
import type { Assignment } from "#src/classroom/assignment.ts";
import { readSubmission } from "#src/classroom/read-submission.ts";
import { submissionText } from "#src/classroom/submission.ts";
import { attempted, inMemory, type Progress, untouched } from "#src/grading/progress.ts";

const assignment: Assignment = {
  format: "downhill-assignment",
  version: 1,
  id: "week-3",
  title: "Week 3",
  text: "",
  exercises: ["one", "two", "three"].map((id) => ({
    id,
    chapter: "momentum",
    edition: 1,
    points: 2,
    variant: { kind: "book" },
  })),
  due: "2026-12-04T18:00:00Z",
  hints: true,
  solutions: false,
};
const right = attempted(untouched, ["1"], { kind: "pass" });
const half: Progress = {
  ...untouched,
  answer: ["1", "2"],
  attempts: 1,
  log: [{ answer: ["1", "2"], at: 5, credit: 0.5 }],
};

describe("the standing of a student", () => {
  const words = (work: Record<string, Progress>) =>
    standingInWords(studentStanding(assignment, new Map(Object.entries(work))), 3, 6);

  it("counts the points of answers as they were checked", () => {
    expect(words({ one: right, two: half })).toBe(
      "1 of 3 right, 3 of 6 points so far. 1 exercise has no answer.",
    );
  });

  it("does not count an answer that was changed since it was right", () => {
    expect(words({ one: { ...right, answer: ["2"] }, two: half, three: right })).toBe(
      "1 of 3 right, 3 of 6 points so far. 1 answer is not checked yet.",
    );
  });

  it("does not count what was right in other numbers", () => {
    expect(words({ one: { ...right, variant: "1.abc.1" } })).toBe(
      "0 of 3 right, 0 of 6 points so far. 1 answer is not checked yet. 2 exercises have no answer.",
    );
  });

  it("takes empty boxes for no answer", () => {
    expect(
      studentStanding(assignment, new Map([["one", { ...untouched, answer: ["", ""] }]])),
    ).toEqual({ right: 0, points: 0, unchecked: 0, blank: 3 });
  });
});

describe("what is handed in", () => {
  const options = {
    assignment,
    student: { name: "Ada", number: "1815" },
    work: new Map([
      ["one", right],
      ["two", half],
    ]),
    earlier: { two: [{ at: 1, credit: 0 }] },
    edition: "1.0.0",
    now: new Date("2026-12-01T12:00:00Z"),
  };

  it("is read by who grades it, without a remark", async () => {
    const received = await readSubmission(submissionText(await handIn(options)));
    expect(received).toMatchObject({ kind: "submission", flags: [] });
    if (received.kind !== "submission") return;
    expect(received.submission.answers).toMatchObject([
      { exercise: "one", answer: ["1"] },
      {
        exercise: "two",
        answer: ["1", "2"],
        attempts: [
          { at: 1, credit: 0 },
          { at: 5, credit: 0.5 },
        ],
      },
      { exercise: "three", attempts: [] },
    ]);
    expect(received.submission.answers[2]).not.toHaveProperty("answer");
  });

  it("comes back on another machine as an answer to be checked", () => {
    const back = broughtBack(untouched, { exercise: "one", answer: ["1"], attempts: [], hints: 2 });
    expect(back).toMatchObject({ answer: ["1"], hints: 2, passed: false });
  });

  it("puts aside what stood there, and loses nothing", () => {
    const back = broughtBack(right, { exercise: "one", answer: ["7"], attempts: [], hints: 0 });
    expect(back.answer).toEqual(["7"]);
    expect(back.aside).toMatchObject([{ answer: ["1"] }]);
    const blank = { exercise: "one", attempts: [], hints: 0 };
    expect(broughtBack(right, blank)).toBe(right);
  });

  it("in other numbers keeps the answer in the present ones", () => {
    const other = { exercise: "one", answer: ["7"], variant: "1.abc.1", attempts: [], hints: 0 };
    const back = broughtBack(right, other);
    expect(back).toMatchObject({ answer: ["7"], variant: "1.abc.1", drafts: { "": ["1"] } });
  });
});

describe("the words for a student", () => {
  it("say when it is due, and what is left", () => {
    const at = (now: string) => dueInWords(assignment, Date.parse(now), "UTC");
    expect(at("2026-12-02T12:00:00Z")).toMatch(/^Due Friday.* 18:00 UTC, in 2 days\.$/);
    expect(at("2026-12-04T21:00:00Z")).toMatch(
      /^It was due Friday.*, 3 hours ago\. You can still hand in; your teacher sees that it is late\.$/,
    );
    const { due: _, ...without } = assignment;
    expect(dueInWords(without, 0)).toBe("There is no due time.");
  });

  it("say what was handed in, late and again", () => {
    const on = (...times: string[]) =>
      handedInWords(assignment, times.map(Date.parse), "a.json", "UTC");
    expect(on("2026-12-02T12:00:00Z")).toMatch(
      /^Handed in on Wednesday.*12:00 UTC\. The file is a\.json, where your browser saves files\.$/,
    );
    expect(on("2026-12-02T12:00:00Z", "2026-12-05T12:00:00Z")).toMatch(
      /^Handed in on Saturday.*, after the due time\. .* That was time 2; the last one counts\.$/,
    );
  });
});

describe("the record of an assignment", () => {
  const record = {
    assignment,
    student: { name: "Ada", number: "" },
    handed: [5],
    earlier: { two: [{ at: 1, credit: 0 }] },
  };

  it("comes back as it was", () => {
    const storage = inMemory();
    openRecord("week-3", storage).write(record);
    expect(openRecord("week-3", storage).read().value).toEqual(record);
  });

  it.each([
    ["no assignment", { ...record, assignment: {} }],
    ["times that are none", { ...record, handed: ["soon"] }],
    ["a student that is none", { ...record, student: 5 }],
    ["attempts that are none", { ...record, earlier: { two: [5] } }],
  ])("with %s is set aside, and said", (_, value) => {
    const storage = inMemory();
    storage.setItem("downhill:assignment:week-3", JSON.stringify({ version: 1, value }));
    const read = openRecord("week-3", storage).read();
    expect(read.value).toBeUndefined();
    expect(read.problem).toContain("your answers are kept, only who you are is asked again");
  });

  it("is found by its key, and what was set aside is not", () => {
    const keys = ["downhill:assignment:a", "downhill:assignment:a.damaged.1", "downhill:teach:b"];
    expect(recordIds(keys)).toEqual(["a"]);
  });
});
