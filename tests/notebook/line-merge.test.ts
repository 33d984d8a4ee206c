import { describe, expect, it } from "vitest";
import { bothChanges } from "#src/notebook/line-merge.ts";

const lines = (...changed: readonly [number, string][]) =>
  Array.from({ length: 12 }, (_, i) => changed.find(([at]) => at === i)?.[1] ?? `line ${i}`).join(
    "\n",
  );
const base = lines();

describe("both changes of a text", () => {
  it("are put together where they do not touch, whichever comes first", () => {
    const [one, other] = [lines([1, "one"]), lines([9, "other"])];
    expect(bothChanges(base, one, other)).toBe(lines([1, "one"], [9, "other"]));
    expect(bothChanges(base, other, one)).toBe(lines([1, "one"], [9, "other"]));
  });

  it("are not where they touch the same line, or lines side by side", () => {
    expect(bothChanges(base, lines([4, "one"]), lines([4, "other"]))).toBeUndefined();
    expect(bothChanges(base, lines([4, "one"]), lines([5, "other"]))).toBeUndefined();
  });

  it("are not where a change would land beside a place that only looks like its own", () => {
    const block = "a\nb\nc\nd\ne";
    const changed = block.replace("c", "C");
    // One has taken the first block out; the other has changed a line of it.
    const [twice, mine, theirs] = [
      `${block}\nm\n${block}`,
      `m\n${block}`,
      `${changed}\nm\n${block}`,
    ];
    expect(bothChanges(twice, mine, theirs)).toBeUndefined();
    expect(bothChanges(twice, theirs, mine)).toBeUndefined();
  });

  it("are the one change when only one has changed", () => {
    expect(bothChanges(base, lines([1, "one"]), base)).toBe(lines([1, "one"]));
  });
});
