import { describe, expect, it } from "vitest";
import { weigh } from "#src/notebook/weigh.ts";

describe("weigh", () => {
  it("counts 32 for each value, and the characters, names and bytes in it", () => {
    expect(weigh(1, 1000)).toBe(32);
    expect(weigh("abc", 1000)).toBe(35);
    expect(weigh([1, "ab"], 1000)).toBe(98);
    expect(weigh({ name: "ab" }, 1000)).toBe(32 + 4 + 34);
    expect(weigh(new Float64Array(4), 1000)).toBe(64);
    expect(weigh(null, 1000)).toBe(32);
  });

  const circle: unknown[] = [];
  circle.push(circle);
  let doubled: unknown = "x";
  for (let level = 0; level < 60; level++) doubled = [doubled, doubled];
  let deep: unknown = "x";
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const sparse: unknown[] = [];
  sparse.length = 4_000_000_000;

  it.each([
    ["contains itself", circle],
    ["doubles at every level", doubled],
    ["is deeper than any stack", deep],
    ["claims a length", sparse],
    ["is no plain data", new Map()],
    ["hides that it is none", { a: [new Date(0)] }],
    ["is long", "x".repeat(1_000_001)],
  ])("finds too heavy, and soon, what %s", (_, data) => {
    expect(weigh(data, 1_000_000)).toBeGreaterThan(1_000_000);
  });

  it("stands alone as text, since it also runs in the frame", () => {
    const alone = new Function(`return ${weigh}`)() as typeof weigh;
    expect(alone([1, "ab", { c: "d" }], 1000)).toBe(weigh([1, "ab", { c: "d" }], 1000));
  });
});
