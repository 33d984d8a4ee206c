import { adjustGradient, adjustValue } from "@downhill/optim";
import { expect, test } from "vitest";

const adjusted = (g: number, x: number, weightDecay: number, maximize: boolean) => {
  const gradient = Float64Array.of(g);
  adjustGradient(gradient, Float64Array.of(x), weightDecay, maximize);
  return gradient[0];
};

test("the penalty adds ωx", () => expect(adjusted(3, 2, 0.5, false)).toBe(4));

test("climbing turns the gradient and not the penalty", () => {
  expect(adjusted(3, 2, 0.5, true)).toBe(-2);
});

test("a penalty of 0 is skipped, so that an infinite point does not make NaN", () => {
  expect(adjusted(3, Number.POSITIVE_INFINITY, 0, false)).toBe(3);
});

test("the value has the sign and the penalty of the gradient, and skips a penalty of 0", () => {
  const x = Float64Array.of(1, -2);
  expect(adjustValue(3, x, 0.5, false)).toBe(3 + 0.25 * 5);
  expect(adjustValue(3, x, 0.5, true)).toBe(-3 + 0.25 * 5);
  expect(adjustValue(3, Float64Array.of(Number.POSITIVE_INFINITY), 0, true)).toBe(-3);
});
