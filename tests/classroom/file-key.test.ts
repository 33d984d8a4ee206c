import { describe, expect, it } from "vitest";
import { inFolder, keyOfFile } from "#src/classroom/file-key.ts";

describe("the key of a file that does not say whose it is", () => {
  it("is the same whatever stands between folders", () => {
    expect(keyOfFile("late\\b.json")).toBe(keyOfFile("late/b.json"));
  });

  const decided = { "": { comment: "x" } };
  const keys = ["a.json", "late/b.json"].map(keyOfFile);

  it("is found without the folder that the page has taken it with", () => {
    const marks = {
      [keyOfFile("class/a.json")]: decided,
      [keyOfFile("class/late/b.json")]: decided,
    };
    expect(inFolder({ ada: decided, ...marks }, keys)).toEqual({
      ada: decided,
      [keyOfFile("a.json")]: decided,
      [keyOfFile("late/b.json")]: decided,
    });
  });

  it("stays as it is where it is there, where two could be meant, and where none is", () => {
    for (const marks of [
      { [keyOfFile("a.json")]: decided, [keyOfFile("class/a.json")]: { a: { points: 1 } } },
      { [keyOfFile("monday/a.json")]: decided, [keyOfFile("tuesday/a.json")]: decided },
      { [keyOfFile("class/c.json")]: decided, "class/a.json": decided },
    ])
      expect(inFolder(marks, keys)).toEqual(marks);
  });
});
