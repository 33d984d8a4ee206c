import { expect, it } from "vitest";
import { duration } from "#components/cell/duration.ts";

it.each([
  [0, "1 ms"],
  [14.4, "14 ms"],
  [1200, "1.2 s"],
  [59_900, "59.9 s"],
  [125_000, "2 min 5 s"],
])("%d ms is said as %s", (ms, words) => {
  expect(duration(ms)).toBe(words);
});
