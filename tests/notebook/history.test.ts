import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  halve,
  otherVersions,
  type RunEnd,
  readVersions,
  thin,
  type Version,
  withVersion,
} from "#src/notebook/history.ts";

const texts = (versions: readonly Version[]) => versions.map(({ text }) => text).join("");

/** Versions of one letter each; a capital letter was run. */
const versions = (letters: string): readonly Version[] =>
  [...letters].map((text, at) => ({
    text,
    at,
    ...(text === text.toUpperCase() && { run: "ran" as const }),
  }));

const anyVersions = fc.array(
  fc.record(
    {
      text: fc.string({ minLength: 1, maxLength: 3 }).filter((text) => text.trim() !== ""),
      at: fc.nat(),
      run: fc.constantFrom<RunEnd>("ran", "error", "stopped"),
    },
    { requiredKeys: ["text"] },
  ),
  { maxLength: 30 },
);
const grown = (all: readonly Version[], limits?: { count: number; size: number }) =>
  all.reduce<readonly Version[]>((kept, one) => withVersion(kept, one, limits), []);

describe("one more version", () => {
  it("comes last", () => {
    expect(texts(withVersion(versions("ab"), { text: "c", at: 9 }))).toBe("abc");
  });

  it("is not kept twice in a row", () => {
    const before = versions("ab");
    expect(withVersion(before, { text: "b", at: 9 })).toBe(before);
    expect(texts(withVersion(before, { text: "a", at: 9 }))).toBe("aba");
  });

  it("of the newest text tells how that ran, and when", () => {
    expect(withVersion(versions("ab"), { text: "b", at: 9, run: "error" })).toEqual([
      { text: "a", at: 0 },
      { text: "b", at: 9, run: "error" },
    ]);
  });

  it("that only repeats a run is noted once a minute", () => {
    const before: readonly Version[] = [{ text: "a", at: 1000, run: "ran" }];
    const again = (at: number, run: RunEnd) => withVersion(before, { text: "a", at, run });
    expect(again(60_999, "ran")).toBe(before);
    expect(again(61_000, "ran")).toEqual([{ text: "a", at: 61_000, run: "ran" }]);
    expect(again(1001, "stopped")).toEqual([{ text: "a", at: 1001, run: "stopped" }]);
  });

  it("without a word in it is not kept", () => {
    expect(withVersion([], { text: " \n" })).toEqual([]);
  });
});

describe("too many versions", () => {
  it("lose those that were never run first, oldest first, but not the newest five", () => {
    const limit = (count: number) =>
      texts(thin(versions("aBcDEfghij"), { count, size: Number.POSITIVE_INFINITY }));
    expect([9, 8, 7, 6, 5, 4, 1].map(limit)).toEqual([
      "BcDEfghij",
      "BDEfghij",
      "DEfghij",
      "Efghij",
      "fghij",
      "ghij",
      "j",
    ]);
  });

  it("are measured by their characters too", () => {
    expect(texts(thin(versions("abcdefgh"), { count: 40, size: 6 }))).toBe("cdefgh");
  });

  it("keep the newest even when it alone is too long", () => {
    const long = { text: "x".repeat(30_000) };
    expect(withVersion(versions("abc"), long)).toEqual([long]);
  });

  it("that leave the same text twice in a row become one, which was run if either was", () => {
    const all: readonly Version[] = [
      { text: "a", at: 1, run: "ran" },
      { text: "b", at: 2 },
      { text: "a", at: 3 },
      ...versions("vwxyz"),
    ];
    expect(thin(all, { count: 7, size: 100 })[0]).toEqual({ text: "a", at: 3, run: "ran" });
  });

  it("end as at most forty, of at most 20 000 characters", () => {
    const many = Array.from({ length: 100 }, (_, i) => ({ text: `version ${i}` }));
    expect(grown(many)).toHaveLength(40);
    const long = many.map(({ text }) => ({ text: text.padEnd(3000, ".") }));
    expect(grown(long)).toHaveLength(6);
  });

  it("are within the limits, in order, with the newest, and never two alike in a row", () => {
    fc.assert(
      fc.property(anyVersions, fc.integer({ min: 1, max: 12 }), fc.nat(40), (all, count, size) => {
        const kept = grown(all, { count, size });
        expect(kept.length).toBeLessThanOrEqual(count);
        expect(kept.length === 1 || texts(kept).length <= size || kept.length === 0).toBe(true);
        expect(kept.at(-1)?.text).toBe(all.at(-1)?.text);
        expect(kept.some(({ text }, i) => text === kept[i - 1]?.text)).toBe(false);
        let from = 0;
        for (const { text } of kept) {
          from = all.findIndex((one, i) => i >= from && one.text === text) + 1;
          expect(from).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("are halved down to none", () => {
    expect(texts(halve(versions("abcdefgh")))).toBe("efgh");
    expect(texts(halve(versions("abc")))).toBe("c");
    expect(halve(versions("a"))).toEqual([]);
  });
});

describe("the versions other than the present text", () => {
  it("come newest first", () => {
    expect(texts(otherVersions(versions("abc"), "x"))).toBe("cba");
  });

  it("leave out the present text and name each text once, with how it ran", () => {
    const all: readonly Version[] = [
      { text: "a", at: 1, run: "error" },
      { text: "b", at: 2 },
      { text: "a", at: 3 },
      { text: "c", at: 4 },
    ];
    expect(otherVersions(all, "c")).toEqual([
      { text: "a", at: 3, run: "error" },
      { text: "b", at: 2 },
    ]);
  });
});

describe("a saved list of versions", () => {
  it("is read as it was", () => {
    fc.assert(
      fc.property(anyVersions, (all) => {
        expect(readVersions(JSON.parse(JSON.stringify(all)))).toEqual(all);
      }),
    );
  });

  it.each([
    ["no list", { text: "a" }],
    ["a version without a text", [{ at: 1 }]],
    ["a time that is none", [{ text: "a", at: null }]],
    ["an end that no run has", [{ text: "a", run: "won" }]],
    ["nothing", null],
  ])("is refused when it holds %s", (_, data) => {
    expect(readVersions(data)).toBeUndefined();
  });
});
