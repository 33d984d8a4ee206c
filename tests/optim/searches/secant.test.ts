import { secant, secantSteps } from "@downhill/optim";
import { expect, test } from "vitest";

test("the first step on x² − 2 from 1 and 2, by hand", () => {
  // The secant through (1, −1) and (2, 2) is 0 at 4/3.
  const { steps } = secant((x) => x * x - 2, 1, 2);
  expect(steps[0]).toEqual({
    k: 0,
    x: 2,
    g: 2,
    before: { x: 1, g: -1 },
    calls: { f: 0, g: 2, h: 0 },
  });
  expect(steps[1]!.x).toBeCloseTo(4 / 3, 15);
  expect(steps[1]!.before).toEqual({ x: 2, g: 2 });
  expect(steps[1]!.calls.g).toBe(3);
});

test("errors multiply: e_{k+1} ≈ e_k e_{k−1} g″/(2g′), which makes the order 1.618", () => {
  const { steps } = secant((x) => x * x - 2, 1, 2);
  const errors = steps.map(({ x }) => Math.abs(x - Math.SQRT2)).filter((error) => error > 1e-9);
  errors.slice(2).forEach((error, i) => {
    const constant = error / (errors[i]! * errors[i + 1]!);
    if (i > 0) expect(constant).toBeCloseTo(1 / (2 * Math.SQRT2), 1);
  });
  expect(errors.length).toBeGreaterThan(3);
});

test("a straight slope, which is a parabola's, is solved in one step", () => {
  const { k, x, outcome } = secant((t) => 6 * (t - 2), -1, 0);
  expect([k, x]).toEqual([1, 2]);
  expect(outcome).toEqual({ kind: "converged", by: "tolerance" });
});

test("it is content with a maximum", () => {
  expect(secant((x) => -2 * x + 0.2 * x ** 3, 0.5, 0.4).x).toBeCloseTo(0, 9);
});

test("what cannot go on says why", () => {
  expect(secant(() => 3, 0, 1).outcome).toEqual({
    kind: "stalled",
    reason:
      "the slope is 3 at 0 and at 1: its secant is level. Start from two points with different slopes",
    step: 1,
  });
  expect(secant((x) => 1 / x, 1, 2, { steps: 4 }).outcome).toEqual({ kind: "budget", by: "steps" });
  const wall = secant((x) => (x > 3 ? Number.NaN : 1 - x / 10), 0, 1);
  expect(wall.outcome).toMatchObject({ kind: "diverged", step: 1 });
  expect((wall.outcome as { reason: string }).reason).toMatch(/^f′ is not finite at x = 10/);
  expect(wall.x).toBe(1);
  expect(secant((x) => (x > 0 ? 1 + Number.EPSILON : 1), 0, 1e300).outcome).toEqual({
    kind: "diverged",
    reason: "x is not finite at step 1",
    step: 1,
  });
  expect(secant(() => Number.NaN, 0, 1)).toMatchObject({ k: 0, outcome: { kind: "diverged" } });
});

test("the generator gives the same steps and the same end", () => {
  const search = secantSteps((x) => x * x - 2, 1, 2);
  const { steps, outcome } = secant((x) => x * x - 2, 1, 2);
  for (const step of steps) expect(search.next()).toEqual({ done: false, value: step });
  expect(search.next()).toEqual({ done: true, value: outcome });
});

test.each([
  [() => secant(Math.sin, 1, 1), "x0 and x1 must be two different points, got 1 twice"],
  [() => secant(Math.sin, Number.NaN, 1), "x0 must be in (−∞, ∞), got NaN"],
  [() => secant(Math.sin, 0, Number.POSITIVE_INFINITY), "x1 must be in (−∞, ∞), got Infinity"],
  [() => secant(2 as never, 0, 1), "g must be a function of one number, got 2"],
  [
    () => secant(Math.sin, 0, 1, { steps: 0.5 }),
    "steps must be a whole number, 0 or more, got 0.5",
  ],
])("a bad argument is named: %#", (call, message) => {
  expect(call).toThrow(`secant: ${message}`);
});
