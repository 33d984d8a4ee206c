import { describe, expect, it } from "vitest";
import { isMeant } from "#components/find/commands.ts";
import { leftOff } from "#components/find/left-off.ts";
import { grown, placeAfter } from "#components/find/list-box.ts";
import { foundInWords } from "#components/find/words.ts";

describe("a key in the list", () => {
  it.each([
    ["ArrowDown", 0, 1],
    ["ArrowDown", 19, 0],
    ["ArrowUp", 0, 19],
    ["Home", 7, 0],
    ["End", 7, 19],
    ["PageDown", 2, 10],
    ["PageDown", 15, 19],
    ["PageUp", 3, 0],
    ["a", 3, undefined],
  ])("%s goes from %i of twenty to %s", (key, at, to) => {
    expect(placeAfter(key, at, 20)).toBe(to);
  });

  it("goes nowhere in an empty one", () => {
    expect(placeAfter("ArrowDown", 0, 0)).toBeUndefined();
  });
});

describe("a list that grows while the reader is in it", () => {
  const list = (...groups: readonly string[]) =>
    groups.map((rows) => ({ rows: rows.split(" ").filter((row) => row !== "") }));
  const rowsAfter = (before: readonly string[], at: number, now: readonly string[]) =>
    grown(list(...before), at, list(...now), (row: string) => row.toLowerCase()).map(({ rows }) =>
      rows.join(" "),
    );

  it("keeps the chosen row and those above it, and has the others below in their new order", () => {
    expect(rowsAfter(["", "a b c d"], 1, ["", "D x B A c"])).toEqual(["", "a b D x c"]);
  });

  it("keeps a chosen row that is no longer found", () => {
    expect(rowsAfter(["a b"], 1, ["x a"])).toEqual(["a b x"]);
  });

  it("leaves the groups above as they were", () => {
    expect(rowsAfter(["run", "a b"], 1, ["stop run", "b a"])).toEqual(["run", "a b"]);
    expect(rowsAfter(["run", "a b"], 0, ["stop run", "b a"])).toEqual(["run stop", "b a"]);
  });
});

describe("something to do", () => {
  const command = { title: "Run all cells", words: "execute code" };
  it("is meant by the beginnings of its words, in any order", () => {
    for (const query of ["run", "cells run", "exec", "CELL"])
      expect(isMeant(command, query)).toBe(true);
    for (const query of ["", "run adam", "un"]) expect(isMeant(command, query)).toBe(false);
  });
});

describe("where one left off", () => {
  const storage = (items: Readonly<Record<string, string>>) => ({
    length: Object.keys(items).length,
    key: (index: number) => Object.keys(items)[index] ?? null,
    getItem: (key: string) => items[key] ?? null,
  });
  const place = (id: string, at: number) =>
    JSON.stringify({ version: 1, value: { id, share: 0.4, at } });

  it("is the latest of the places that are kept", () => {
    const kept = {
      "downhill:place:adam": place("two-averages", 5),
      "downhill:place:momentum": place("a-ball-with-drag", 9),
      "downhill:learner": "12",
    };
    expect(leftOff(storage(kept))).toEqual({ chapter: "momentum", anchor: "a-ball-with-drag" });
  });

  it("is nowhere when nothing is kept, or nothing that can be read", () => {
    const damaged = {
      "downhill:place:adam": "{",
      "downhill:place:momentum": "null",
      "downhill:place:ewa": '{"value":{"id":1,"at":2}}',
      "downhill:place:noise.damaged.1": place("x", 3),
    };
    expect(leftOff(storage(damaged))).toBeUndefined();
    expect(leftOff(storage({}))).toBeUndefined();
  });
});

describe("what is said of a search", () => {
  it.each([
    [["adam", 12, true], "12 results."],
    [["adam", 1, true], "1 result."],
    [["adam", 12, false], "12 results. The texts are still loading …"],
    [["adam", 0, undefined], "The index is loading …"],
    [["", 20, true], ""],
    [["xq", 0, true], "Nothing found for “xq”. Try fewer words, or the beginning of one."],
    [["xq", 0, false], "Nothing found in titles. The texts are still loading …"],
  ] as const)("%j", ([query, count, whole], words) => {
    expect(foundInWords(query, count, whole)).toBe(words);
  });

  it("calls what is shown of many the first of them", () => {
    expect(foundInWords("adam", 40, true, true)).toBe("The first 40 results.");
    expect(foundInWords("adam", 40, false, true)).toBe(
      "The first 40 results. The texts are still loading …",
    );
  });
});
