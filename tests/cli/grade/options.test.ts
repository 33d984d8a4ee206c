import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { readOptions } from "#src/cli/grade/options.ts";

describe("the arguments of npm run grade", () => {
  it("are a folder and an assignment, and the limits of the page unless others are given", () => {
    expect(readOptions(["in", "--assignment", "a.json"])).toEqual({
      kind: "grade",
      folder: "in",
      assignment: "a.json",
      out: "results",
      jobs: availableParallelism(),
      timeout: 10,
      memory: 256,
    });
    const all = "in --assignment a.json --out o --shard 2/4 --jobs 3 --timeout 5 --memory 128";
    expect(readOptions("in --assignment a.json --overrides o.json".split(" "))).toMatchObject({
      overrides: "o.json",
    });
    expect(readOptions(all.split(" "))).toEqual({
      kind: "grade",
      folder: "in",
      assignment: "a.json",
      out: "o",
      shard: { part: 2, of: 4 },
      jobs: 3,
      timeout: 5,
      memory: 128,
    });
  });

  it("or the parts to merge", () => {
    expect(readOptions(["--merge", "1.json", "2.json"])).toEqual({
      kind: "merge",
      files: ["1.json", "2.json"],
      out: "results",
    });
    expect(readOptions(["--merge", "1.json", "--overrides", "o.json"])).toMatchObject({
      overrides: "o.json",
    });
  });

  it.each([
    ["--assignment a.json", "name one folder of submissions, got 0."],
    ["one two --assignment a.json", "name one folder of submissions, got 2."],
    ["in", "--assignment is missing: name the file of the assignment."],
    ["--merge", "--merge needs the files of results to merge."],
    [
      "in --assignment a --shard 5/4",
      "--shard must be a part of so many, from 1/4 to 4/4 for four, got 5/4.",
    ],
    [
      "in --assignment a --shard 0/4",
      "--shard must be a part of so many, from 1/4 to 4/4 for four, got 0/4.",
    ],
    [
      "in --assignment a --shard 1/4 --overrides o.json",
      "--overrides is for the whole class: give it when the parts are merged, not to one of them.",
    ],
    ["in --assignment a --jobs 0", "--jobs must be a whole number from 1 to 256, got 0."],
    ["in --assignment a --timeout x", "--timeout must be a whole number from 1 to 3600, got x."],
    ["in --assignment a --memory 1", "--memory must be a whole number from 64 to 65536, got 1."],
  ])("“%s” is refused in words", (args, words) => {
    expect(() => readOptions(args.split(" "))).toThrow(words);
  });
});
