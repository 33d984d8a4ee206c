import { describe, expect, it } from "vitest";
import { handIn } from "#components/classroom/student/hand-in.ts";
import { withKept } from "#components/classroom/student/kept-work.ts";
import { studentStanding } from "#components/classroom/student/standing.ts";
import { variantOf } from "#src/classroom/student.ts";
import { openProgress, type Progress, untouched } from "#src/grading/progress.ts";
import { assignmentOf, questionsFor } from "../../../classroom/assignment-of.ts";
import { fakeStorage } from "../../../fake-storage.ts";

const questions = questionsFor(["what-is-unbiased", "stability-limit"]);
const assignment = assignmentOf(questions);
const [first, second] = assignment.exercises as [
  (typeof assignment.exercises)[number],
  (typeof assignment.exercises)[number],
];
const student = { name: "Ada Byron", number: "1815" };
const variant = variantOf(assignment.id, first, student) as string;
const kept: Progress = { ...untouched, answer: ["kept"], variant };

function storageWith(progress: Progress) {
  const { storage } = fakeStorage();
  openProgress("assignment.week-3", first.id, storage).write(progress);
  return storage;
}

describe("an answer that was saved, of an exercise that did not load", () => {
  it("is handed in, and told as answered", async () => {
    const work = withKept(new Map(), assignment, student, storageWith(kept));
    const { answers } = await handIn({
      assignment,
      student,
      work,
      earlier: {},
      edition: "1",
      now: new Date(0),
    });
    expect(answers).toMatchObject([
      { exercise: first.id, answer: ["kept"], variant },
      { exercise: second.id },
    ]);
    expect(studentStanding(assignment, work)).toMatchObject({ unchecked: 1, blank: 1 });
  });

  it("gives way to what the exercise tells when it is on the page", () => {
    const shown = new Map([[first.id, { ...kept, answer: ["typed"] }]]);
    const work = withKept(shown, assignment, student, storageWith(kept));
    expect(work.get(first.id)?.answer).toEqual(["typed"]);
  });

  it("in the numbers of another name is no answer in these", () => {
    const storage = storageWith({ ...kept, variant: "1.a.1", drafts: { [variant]: ["mine"] } });
    expect(withKept(new Map(), assignment, student, storage).get(first.id)).toMatchObject({
      answer: ["mine"],
      variant,
      drafts: { "1.a.1": ["kept"] },
    });
  });
});
