import { describe, expect, it } from "vitest";
import {
  merged,
  noMarks,
  openMarks,
  pointsIn,
  united,
  withOverride,
} from "#components/classroom/table/marks.ts";
import { LONGEST_COMMENT } from "#src/classroom/marks-file.ts";
import { fakeStorage } from "../../../fake-storage.ts";

describe("what is decided by hand", () => {
  it("is kept by student and exercise, and is gone when it says nothing", () => {
    const one = withOverride(noMarks, "s1", "ten-steps", { points: 2, comment: "Well seen." });
    expect(one).toEqual({ s1: { "ten-steps": { points: 2, comment: "Well seen." } } });
    const two = withOverride(one, "s1", "", { comment: "All in all" });
    expect(withOverride(two, "s1", "ten-steps", { comment: "  " })).toEqual({
      s1: { "": { comment: "All in all" } },
    });
    expect(withOverride(one, "s1", "ten-steps", {})).toEqual({});
  });

  it("keeps no points of 0 for no points", () => {
    expect(withOverride(noMarks, "s1", "a", { points: 0 })).toEqual({ s1: { a: { points: 0 } } });
  });

  it("puts two files together, the second before the first where both speak", () => {
    const first = { s1: { a: { points: 1 }, b: { points: 2 } } };
    const second = { s1: { a: { points: 3 } }, s2: { "": { comment: "x" } } };
    expect(merged(first, second)).toEqual({
      s1: { a: { points: 3 }, b: { points: 2 } },
      s2: { "": { comment: "x" } },
    });
  });

  it("puts points of one and a comment of the other on the same exercise together", () => {
    const first = { s1: { a: { points: 2 } } };
    const second = { s1: { a: { comment: "x" } } };
    expect(merged(first, second)).toEqual({ s1: { a: { points: 2, comment: "x" } } });
  });
});

describe("what is decided by hand, kept in the browser", () => {
  const long = "x".repeat(LONGEST_COMMENT + 1);

  it("is never longer than what is read again", () => {
    const { storage } = fakeStorage();
    const marks = withOverride(noMarks, "s1", "a", { comment: long });
    expect(openMarks("d", storage).write(marks).problem).toBeUndefined();
    const { value, problem } = openMarks("d", storage).read();
    expect(value?.["s1"]?.["a"]?.comment).toHaveLength(LONGEST_COMMENT);
    expect(problem).toBeUndefined();
  });

  it("is read as far as it is sound, and kept aside as it was", () => {
    const raw = JSON.stringify({
      version: 1,
      value: { s1: { a: { points: 1 } }, s2: { a: { comment: long } }, s3: { a: { points: "1" } } },
    });
    const { storage, map } = fakeStorage({ "downhill:marks:d": raw });
    const marks = openMarks("d", storage);
    const { value, problem } = marks.read();
    expect(value).toEqual({
      s1: { a: { points: 1 } },
      s2: { a: { comment: long.slice(1) } },
    });
    expect(problem).toBe(
      "Your saved comments and points is damaged and cannot be read. Its text is kept in this browser under “downhill:marks:d.damaged.1”; the table starts with what can be read of them. 2 entries of it could not be taken, or not whole.",
    );
    expect(map.get("downhill:marks:d.damaged.1")).toBe(raw);
    expect(openMarks("d", storage).read()).toMatchObject({ value });
  });

  it("is no reading of a save of another form", () => {
    const raw = JSON.stringify({ version: 2, value: { s1: { a: { points: 1 } } } });
    const { storage } = fakeStorage({ "downhill:marks:d": raw });
    expect(openMarks("d", storage).read().value).toBeUndefined();
  });

  /** Two tabs with the same decisions before them. */
  const two = (marks = noMarks) => {
    const { storage } = fakeStorage();
    openMarks("d", storage).write(marks);
    const tabs = [openMarks("d", storage), openMarks("d", storage)] as const;
    for (const tab of tabs) tab.read();
    return { tabs, saved: () => openMarks("d", storage).read().value };
  };

  it("is that of both tabs, whichever writes last", () => {
    const { tabs, saved } = two();
    const [one, other] = tabs;
    const ada = one.write({ ada: { a: { points: 1 } } }).marks;
    const bo = other.write({ bo: { a: { points: 2 } } }).marks;
    expect(bo).toEqual({ ada: { a: { points: 1 } }, bo: { a: { points: 2 } } });
    one.write(withOverride(ada, "ada", "b", { comment: "x" }));
    other.write(withOverride(bo, "bo", "b", { comment: "y" }));
    expect(saved()).toEqual({
      ada: { a: { points: 1 }, b: { comment: "x" } },
      bo: { a: { points: 2 }, b: { comment: "y" } },
    });
  });

  it("is the newest where both tabs speak, part by part, and what was deleted stays so", () => {
    const start = { ada: { a: { points: 1, comment: "x" } }, bo: { a: { points: 1 } } };
    const { tabs, saved } = two(start);
    const [one, other] = tabs;
    one.write({ ada: { a: { points: 2, comment: "x" } } });
    other.write({ ada: { a: { points: 1, comment: "y" } }, bo: { a: { points: 1 } } });
    expect(saved()).toEqual({ ada: { a: { points: 2, comment: "y" } } });
    one.write({ ada: { a: { comment: "x" } } });
    expect(saved()).toEqual({ ada: { a: { comment: "y" } } });
  });

  it("goes on in one tab when the other has none left", () => {
    const { tabs, saved } = two({ ada: { a: { points: 1 } } });
    const [one, other] = tabs;
    one.write(noMarks);
    expect(other.write({ ada: { a: { points: 1 } }, bo: { a: { points: 2 } } }).marks).toEqual({
      bo: { a: { points: 2 } },
    });
    expect(saved()).toEqual({ bo: { a: { points: 2 } } });
  });

  it("stays as it is given where it cannot be saved", () => {
    const { storage } = fakeStorage({}, 60);
    const marks = { ada: { a: { comment: "x".repeat(60) } } };
    const written = openMarks("d", storage).write(marks);
    expect(written.marks).toEqual(marks);
    expect(written.problem).toContain("storage is full");
  });
});

describe("taking an opened file back", () => {
  it("takes what it brought, and nothing that was decided since", () => {
    const before = { ada: { a: { points: 1 }, b: { points: 1 } }, bo: { a: { points: 3 } } };
    const file = { ada: { a: { points: 2, comment: "x" } }, cy: { "": { comment: "y" } } };
    const opened = merged(before, file);
    const later = withOverride(
      withOverride(opened, "ada", "a", { points: 5, comment: "x" }),
      "bo",
      "b",
      { comment: "since" },
    );
    expect(united(opened, before, opened)).toEqual(before);
    expect(united(opened, before, later)).toEqual({
      ada: { a: { points: 5 }, b: { points: 1 } },
      bo: { a: { points: 3 }, b: { comment: "since" } },
    });
  });
});

describe("points that a teacher types", () => {
  it.each([
    ["2", 2],
    [" 1,5 ", 1.5],
    [".5", 0.5],
    ["0", 0],
    ["", undefined],
  ])("reads %j as %j", (text, points) => {
    expect(pointsIn(text, 3)).toEqual({ points });
  });

  it.each(["4", "-1", "two", "1e9", "NaN"])("says what is wrong with %s", (text) => {
    expect(pointsIn(text, 3)).toEqual({
      problem: `Points must be a number from 0 to 3, got “${text}”. Empty the field to go back to what was computed.`,
    });
  });
});
