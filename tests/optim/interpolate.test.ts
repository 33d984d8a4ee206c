import { interpolateKernel } from "@downhill/optim";
import { expect, test } from "vitest";

test("a moves the share c of the way to b, in place, and b stays", () => {
  const [a, b] = [Float64Array.of(0, 8), Float64Array.of(4, 0)];
  interpolateKernel(a, b, 0.25);
  expect([...a, ...b]).toEqual([1, 6, 4, 0]);
});

test("with c = 1 it lands on b exactly, with c = 0 it stays", () => {
  const a = Float64Array.of(0.3);
  interpolateKernel(a, Float64Array.of(0.1), 0);
  expect(a[0]).toBe(0.3);
  interpolateKernel(a, Float64Array.of(0.1), 1);
  expect(a[0]).toBe(0.1);
});

test("between the two ends of the range of numbers nothing overflows", () => {
  const a = Float64Array.of(-1.7e308);
  interpolateKernel(a, Float64Array.of(1.7e308), 0.5);
  expect(a[0]).toBe(0);
});
