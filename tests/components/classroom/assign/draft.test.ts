import { describe, expect, it } from "vitest";
import {
  copyOf,
  emptyDraft,
  missing,
  moved,
  newId,
  sumLine,
  withChange,
  withExercise,
  withOwn,
  without,
} from "#components/classroom/assign/draft.ts";
import { draftIds, openDraft } from "#components/classroom/assign/drafts.ts";
import { type Assignment, sameAssignment } from "#src/classroom/assignment.ts";
import { readAssignment } from "#src/classroom/read-assignment.ts";
import type { IndexedExercise } from "#src/course/exercise-index.ts";
import { fakeStorage } from "../../../fake-storage.ts";

const empty = emptyDraft("hw-1", "Europe/Berlin", 5);
const inBook = (id: string, edition?: number): IndexedExercise => ({
  id,
  chapter: "momentum",
  number: "6.1",
  kind: "number",
  title: id,
  ...(edition !== undefined && { edition }),
});
const ids = ({ exercises }: Assignment) => exercises.map(({ id }) => id);
const own = { id: "mine", data: { kind: "choice" }, prompt: "?" };
const three = ["a", "b", "c"].reduce(
  (assignment, id) => withExercise(assignment, inBook(id)),
  empty.assignment,
);

describe("an assignment that is being composed", () => {
  it("counts its exercises and its points, one of each too", () => {
    const one = withExercise(empty.assignment, inBook("a"));
    expect(sumLine(one)).toBe("1 exercise, 1 point.");
    expect(sumLine(withChange(one, "a", { points: 2.5 }))).toBe("1 exercise, 2.5 points.");
    expect(sumLine(three)).toBe("3 exercises, 3 points.");
  });

  it("is the same as that of its own file, whose fields stand in another order", () => {
    const typed = withOwn({ ...three, due: "2026-12-04T18:00:00+01:00", title: "Week 3" }, [own]);
    const { title, due, ...rest } = typed;
    const after = { ...rest, title, due: due as string };
    const read = readAssignment(JSON.parse(JSON.stringify(after)));
    if ("problems" in read) throw new Error(read.problems.join(" "));
    expect(Object.keys(read.assignment)).not.toEqual(Object.keys(after));
    expect(sameAssignment(after, read.assignment)).toBe(true);
    expect(sameAssignment(after, { ...read.assignment, title: "Week 4" })).toBe(false);
    expect(sameAssignment(after, { ...read.assignment, own: [] })).toBe(false);
    expect(sameAssignment({ ...three, own: [] }, three)).toBe(true);
  });

  it("says what is missing before students can have it", () => {
    expect(missing(empty.assignment)).toEqual([
      "Give it a title.",
      "Choose at least one exercise.",
    ]);
    expect(missing({ ...withChange(three, "b", { points: 0 }), title: "Week 3" })).toEqual([
      "The points of “b” have to be above 0 and at most 1000.",
    ]);
    expect(missing({ ...withChange(three, "b", { points: Number.NaN }), title: "W" })).toHaveLength(
      1,
    );
  });

  it("is read as a whole assignment when nothing is missing", () => {
    const whole = { ...three, title: "Week 3" };
    expect(missing(whole)).toEqual([]);
    expect(readAssignment(JSON.parse(JSON.stringify(whole)))).toEqual({ assignment: whole });
  });

  it("gives each student other numbers where an exercise has them, at the edition of the book", () => {
    const [plain, varying] = withExercise(
      withExercise(empty.assignment, inBook("a")),
      inBook("b", 3),
    ).exercises;
    expect(plain).toMatchObject({ edition: 1, points: 1, variant: { kind: "book" } });
    expect(varying).toMatchObject({ edition: 3, variant: { kind: "student" } });
  });

  it("takes an exercise once", () => {
    expect(ids(withExercise(three, inBook("b")))).toEqual(["a", "b", "c"]);
  });

  it("is put in another order, and stays at either end", () => {
    expect(ids(moved(three, "c", -1))).toEqual(["a", "c", "b"]);
    expect(ids(moved(three, "a", 1))).toEqual(["b", "a", "c"]);
    expect(moved(three, "a", -1)).toBe(three);
    expect(moved(three, "c", 1)).toBe(three);
    expect(moved(three, "none", 1)).toBe(three);
  });

  it("loses an own exercise together with its text", () => {
    const both = withOwn(three, [own]);
    expect(ids(both)).toEqual(["a", "b", "c", "mine"]);
    expect(both.own).toEqual([own]);
    const left = without(both, "mine");
    expect(ids(left)).toEqual(["a", "b", "c"]);
    expect(left).not.toHaveProperty("own");
  });

  it("has an own exercise that is added again in the place of the one before", () => {
    const changed = { ...own, prompt: "??" };
    const twice = withOwn(withOwn(three, [own]), [changed]);
    expect(ids(twice)).toEqual(["a", "b", "c", "mine"]);
    expect(twice.own).toEqual([changed]);
  });

  it("is copied under another id and name", () => {
    const copy = copyOf({ ...empty, assignment: { ...three, title: "W" } }, "hw-2", 9);
    expect(copy).toMatchObject({ assignment: { id: "hw-2", title: "W (copy)" }, changed: 9 });
    expect(ids(copy.assignment)).toEqual(["a", "b", "c"]);
  });

  it("has an id that a file of an assignment may have", () => {
    const id = newId(new Uint32Array([0xffffffff, 0]));
    const read = readAssignment({ ...three, id, title: "W" });
    expect(read).toHaveProperty("assignment");
    expect(newId()).not.toBe(newId());
  });
});

describe("the assignments that a browser keeps", () => {
  it("come back as they were left, without a title and without exercises too", () => {
    for (const draft of [empty, { ...empty, assignment: three }]) {
      const store = openDraft("hw-1", fakeStorage().storage);
      expect(store.write(draft)).toBeUndefined();
      expect(store.read().value).toEqual(draft);
    }
  });

  it("come back with points that are still to be corrected", () => {
    const draft = { ...empty, assignment: withChange(three, "a", { points: 0 }) };
    const store = openDraft("hw-1", fakeStorage().storage);
    store.write(draft);
    expect(store.read().value).toEqual(draft);
  });

  it("are set aside, with words, when they cannot be read", () => {
    const { storage } = fakeStorage({
      "downhill:teach:hw-1": '{"version":1,"value":{"zone":"UTC"}}',
    });
    const { value, problem } = openDraft("hw-1", storage).read();
    expect(value).toBeUndefined();
    expect(problem).toContain("Your saved assignment is damaged and cannot be read.");
    expect(storage.getItem("downhill:teach:hw-1.damaged.1")).toContain("UTC");
  });

  it("are found by their keys, those set aside left out", () => {
    expect(
      draftIds(["downhill:teach:a", "downhill:name", "downhill:teach:b.damaged.1", "other"]),
    ).toEqual(["a"]);
  });
});
