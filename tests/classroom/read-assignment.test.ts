import { describe, expect, it } from "vitest";
import { assignmentDigest, fullPoints } from "#src/classroom/assignment.ts";
import { isMoment, readAssignment } from "#src/classroom/read-assignment.ts";
import { assignmentOf, EVERY_KIND, questionsFor } from "./assignment-of.ts";

const sound = assignmentOf(questionsFor(EVERY_KIND.slice(0, 3)));
const [first] = sound.exercises;
const problemsOf = (data: unknown) => {
  const read = readAssignment(data);
  return "problems" in read ? read.problems : [];
};
const withFirst = (change: object) => ({ ...sound, exercises: [{ ...first, ...change }] });

describe("reading an assignment", () => {
  it("gives it back as it was, without fields that it does not have", () => {
    const copy = JSON.parse(JSON.stringify({ ...sound, more: 1 })) as unknown;
    expect(readAssignment(copy)).toEqual({ assignment: sound });
  });

  it.each([
    [
      [],
      "This is no assignment: a file of an assignment begins with its format, “downhill-assignment”. Choose the file that the page for teachers saved.",
    ],
    [
      { ...sound, version: 7 },
      "This assignment is of version 7; this edition of the book reads version 1. Open it with the edition that made it.",
    ],
    [
      { ...sound, id: "../x" },
      "assignment: id must be letters, digits and single hyphens, at most 80, got “../x”. Write one such as “week-3”.",
    ],
    [
      { ...sound, title: " " },
      "assignment: title must be a text of 1 to 200 characters, got “ ”. Give it a name that the students know it by.",
    ],
    [
      { ...sound, text: 3 },
      "assignment: text must be a text of at most 20000 characters, got 3. Leave it empty or shorten it.",
    ],
    [
      { ...sound, due: "2026-12-04 18:00" },
      "assignment: due must be a date and time with its zone, got “2026-12-04 18:00”. Write it like 2026-12-04T18:00:00+01:00.",
    ],
    [
      { ...sound, due: "2026-13-04T18:00Z" },
      "assignment: due must be a date and time with its zone, got “2026-13-04T18:00Z”. Write it like 2026-12-04T18:00:00+01:00.",
    ],
    [
      { ...sound, hints: "yes" },
      "assignment: hints must be true or false, got “yes”. Say whether the students may open them.",
    ],
    [
      { ...sound, exercises: [] },
      "assignment: exercises must be a list of 1 to 200, got 0. Choose at least one exercise.",
    ],
    [
      { ...sound, exercises: [first, first] },
      "assignment: exercise 2: “ten-steps” is there already. Leave it out once.",
    ],
    [{ ...sound, exercises: [null] }, "assignment: exercise 1: a record is expected, got null."],
    [
      withFirst({ id: "" }),
      "assignment: exercise 1: id must be that of an exercise, such as “heavy-ball”, got “”.",
    ],
    [
      withFirst({ chapter: 3 }),
      "assignment: exercise 1: chapter must be the address of a chapter, such as “momentum”, got 3.",
    ],
    [
      withFirst({ chapter: "" }),
      "assignment: exercise 1: “ten-steps” names no chapter and is none of the own exercises. Add the chapter or the exercise.",
    ],
    [
      withFirst({ edition: 0 }),
      "assignment: exercise 1: edition must be a whole number from 1, got 0.",
    ],
    [
      withFirst({ points: Number.NaN }),
      "assignment: exercise 1: points must be above 0 and at most 1000, got null.",
    ],
    [
      withFirst({ variant: { kind: "shared", seed: -1 } }),
      'assignment: exercise 1: variant must be book, student, or shared with a seed from 0 below 2³², got {"kind":"shared","seed":-1}.',
    ],
    [{ ...sound, own: {} }, "assignment: own must be a list of exercises, got {}."],
    [
      { ...sound, own: [{ id: "mine" }] },
      "assignment: own exercise 1 must have an id, data, a prompt and perhaps files, 200000 characters at most. Add it again from its file.",
    ],
  ])("says of %j what is wrong", (data, words) => {
    expect(problemsOf(data)).toEqual([words]);
  });

  it("names every fault at once", () => {
    expect(problemsOf({ ...sound, id: 1, hints: 2, exercises: 3 })).toHaveLength(3);
  });
});

describe("a moment", () => {
  it.each(["2026-02-28T18:00:00Z", "2028-02-29T18:00+01:00", "2026-12-31T23:59:59.9-08:00"])(
    "%s is one that the calendar has",
    (text) => {
      expect(isMoment(text)).toBe(true);
    },
  );

  it.each([
    "2026-02-30T18:00:00Z",
    "2026-02-29T18:00:00+01:00",
    "2026-04-31T00:00Z",
    "2026-00-10T00:00Z",
    "2026-12-04T25:00Z",
    "2026-12-04",
  ])("%s is none", (text) => {
    expect(isMoment(text)).toBe(false);
  });
});

describe("the digest of an assignment", () => {
  it("is the same for another order of fields, and another one after any change", async () => {
    const reversed = Object.fromEntries(Object.entries(sound).reverse()) as unknown as typeof sound;
    const digest = await assignmentDigest(sound);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await assignmentDigest(reversed)).toBe(digest);
    expect(await assignmentDigest({ ...sound, solutions: true })).not.toBe(digest);
  });

  it("has nothing to do with the sum of the points, which is 1 + 2 + 3", () => {
    expect(fullPoints(sound)).toBe(6);
  });
});
