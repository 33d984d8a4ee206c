import { expect, it } from "vitest";
import { plain } from "#src/grading/plain.ts";

it("copies numbers, lists, records and typed arrays, and says what is no data", () => {
  const value = { a: [1, { b: Float64Array.of(2) }], f: () => 1, s: Symbol("s"), n: null };
  expect(plain(value)).toEqual({
    a: [1, { b: Float64Array.of(2) }],
    f: "(a function)",
    s: "(a symbol)",
    n: null,
  });
});

it("ends on data that contains itself many times over", () => {
  const path: unknown[] = [];
  for (let i = 0; i < 40; i++) path.push(path);
  expect(JSON.stringify(plain(path)).length).toBeLessThan(5_000_000);
});
