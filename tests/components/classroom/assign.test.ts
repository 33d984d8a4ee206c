import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  copyOf,
  emptyDraft,
  missing,
  moved,
  newId,
  withChange,
  withExercise,
  withOwn,
  without,
} from "#components/classroom/assign/draft.ts";
import { draftIds, openDraft } from "#components/classroom/assign/drafts.ts";
import { EXAMPLE } from "#components/classroom/assign/own-example.ts";
import { readOwn } from "#components/classroom/assign/own-files.ts";
import { readAssignment } from "#src/classroom/read-assignment.ts";
import type { IndexedExercise } from "#src/course/exercise-index.ts";
import { inMemory } from "#src/grading/progress.ts";

const exercise = (id: string, edition?: number): IndexedExercise => ({
  id,
  chapter: "momentum",
  number: "6.1",
  kind: "number",
  title: id,
  ...(edition !== undefined && { edition }),
});
const empty = emptyDraft("hw-1", "Europe/Berlin", 0);
const two = withExercise(withExercise(empty.assignment, exercise("a")), exercise("b", 3));
const plain = (text: string) => text;

describe("an assignment that is composed", () => {
  it("says what it lacks until it can be given out", () => {
    expect(missing(empty.assignment)).toEqual([
      "Give it a title.",
      "Choose at least one exercise.",
    ]);
    const whole = { ...two, title: "Week 3" };
    expect(missing(whole)).toEqual([]);
    expect(readAssignment(whole)).toEqual({ assignment: whole });
    for (const points of [0, -1, Number.NaN, 1001])
      expect(missing(withChange(whole, "a", { points }))).toEqual([
        "The points of “a” have to be above 0 and at most 1000.",
      ]);
  });

  it("gives each student other numbers where an exercise has them", () => {
    expect(two.exercises.map(({ edition, variant }) => [edition, variant.kind])).toEqual([
      [1, "book"],
      [3, "student"],
    ]);
  });

  it("takes each exercise once, in the order chosen", () => {
    expect(withExercise(two, exercise("a"))).toBe(two);
    const ids = (one: typeof two) => one.exercises.map(({ id }) => id);
    expect(ids(moved(two, "b", -1))).toEqual(["b", "a"]);
    expect(moved(two, "a", -1)).toBe(two);
    expect(ids(without(two, "a"))).toEqual(["b"]);
  });

  it("is copied under another id and name", () => {
    const copy = copyOf({ ...empty, assignment: { ...two, title: "Week 3" } }, "hw-2", 5);
    expect(copy.assignment).toMatchObject({ id: "hw-2", title: "Week 3 (copy)" });
    expect(newId(new Uint32Array([1, 2 ** 32 - 1]))).toMatch(/^hw-[a-z0-9]{1,8}$/);
  });

  it("is kept while it lacks a title, exercises and points", () => {
    const storage = inMemory();
    for (const assignment of [empty.assignment, withChange(two, "a", { points: 0 })]) {
      openDraft("hw-1", storage).write({ ...empty, assignment });
      expect(openDraft("hw-1", storage).read().value?.assignment).toEqual(assignment);
    }
    expect(draftIds(["downhill:teach:hw-1", "downhill:teach:hw-1.damaged.1", "other"])).toEqual([
      "hw-1",
    ]);
  });

  it("that is damaged is set aside, and said", () => {
    const storage = inMemory();
    storage.setItem("downhill:teach:hw-1", '{"version":1,"value":{"zone":5}}');
    expect(openDraft("hw-1", storage).read().problem).toContain("the list goes on without it");
  });
});

describe("exercises of the teacher's own", () => {
  const read = (name: string, text: string) => readOwn([{ name, text }], parse, plain);

  it("begin with an example that can be used as it is", () => {
    const { own, problems } = read("length-of-a-step.mdx", EXAMPLE);
    expect(problems).toEqual([]);
    expect(own.map(({ id }) => id)).toEqual(["length-of-a-step"]);
    const assignment = withOwn({ ...empty.assignment, title: "Mine" }, own);
    expect(readAssignment(assignment)).toHaveProperty("assignment");
    expect(without(assignment, "length-of-a-step")).not.toHaveProperty("own");
  });

  it.each([
    ["a.mdx", "no fields", "a.mdx: it does not begin with the fields of an exercise"],
    ["a.mdx", "---\nkind: [\n---\n", "a.mdx: its fields cannot be read"],
    ["a.mdx", "---\nkind: number\n---\nQ", "own exercise “a”: title"],
    ["a.json", "{", "a.json: it is no JSON, or not all of it is there."],
    ["a.json", "{}", "a.json: an exercise needs an id of small letters"],
    ["a.mdx", "x".repeat(200_001), "a.mdx: it has 200001 characters"],
    ["starter.ts", "", "There is no exercise in these files."],
  ])("in %s that are wrong are told in words", (name, text, words) => {
    const { own, problems } = read(name, text);
    expect(own).toEqual([]);
    expect(problems.join("\n")).toContain(words);
  });
});
