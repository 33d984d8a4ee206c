import { newtonRaphson, newtonRaphsonSteps } from "@downhill/optim";
import { expect, test } from "vitest";

/** Slope and curvature of x − ln x, with its minimum at 1. */
const slope = (x: number) => 1 - 1 / x;
const curvature = (x: number) => 1 / (x * x);

test("on x − ln x the error is squared exactly: 1 − x_{k+1} = (1 − x_k)²", () => {
  const { steps, outcome } = newtonRaphson(slope, curvature, 0.5);
  expect(outcome).toEqual({ kind: "converged", by: "tolerance" });
  expect(steps.slice(0, 4).map(({ x }) => 1 - x)).toEqual([0.5, 0.25, 0.0625, 0.0625 ** 2]);
  steps.forEach(({ x, g, h, k, calls }) => {
    expect([g, h]).toEqual([slope(x), curvature(x)]);
    expect(calls).toEqual({ f: 0, g: k + 1, h: k + 1 });
  });
});

test("the number of right digits doubles: e_{k+1}/e_k² tends to f‴/(2f″)", () => {
  // f = eˣ − 2x: f″ = f‴ at ln 2.
  const { steps } = newtonRaphson((x) => Math.exp(x) - 2, Math.exp, 2);
  const errors = steps.map(({ x }) => Math.abs(x - Math.LN2)).filter((error) => error > 1e-7);
  const constants = errors.slice(1).map((error, i) => error / errors[i]! ** 2);
  expect(errors.length).toBeGreaterThan(3);
  expect(constants.at(-1)).toBeCloseTo(0.5, 2);
});

test("a parabola takes one step, to its bottom or its top", () => {
  expect(
    newtonRaphson(
      (x) => 6 * (x - 2),
      () => 6,
      -40,
    ),
  ).toMatchObject({ k: 1, x: 2, g: 0 });
  expect(
    newtonRaphson(
      (x) => -6 * (x - 2),
      () => -6,
      -40,
    ),
  ).toMatchObject({ k: 1, x: 2 });
});

test("on √(1 + x²), though convex, the step is x ↦ −x³", () => {
  const root = (x: number) => Math.sqrt(1 + x * x);
  const run = (x0: number, steps = 50) =>
    newtonRaphson(
      (x) => x / root(x),
      (x) => root(x) ** -3,
      x0,
      { steps },
    );
  const { steps } = run(0.9, 5);
  steps.slice(1).forEach(({ x }, i) => {
    expect(x).toBeCloseTo(-(steps[i]!.x ** 3), 12);
  });
  expect(run(0.9).outcome.kind).toBe("converged");
  // Away from the minimum, until the curvature is below the range of numbers.
  expect(run(1.5).outcome.kind).toBe("stalled");
  expect(Math.abs(run(1.5).x)).toBeGreaterThan(1e100);
  const circling = run(1, 6);
  expect(circling.outcome).toEqual({ kind: "budget", by: "steps" });
  circling.steps.forEach(({ x }, k) => {
    expect(x).toBeCloseTo((-1) ** k, 6);
  });
});

test("what cannot go on says why", () => {
  expect(
    newtonRaphson(
      (x) => x ** 3 - 1,
      (x) => 3 * x * x,
      0,
    ).outcome,
  ).toEqual({
    kind: "stalled",
    reason: "f″ is 0 at x = 0: the slope has no tangent that leads to 0. Start elsewhere",
    step: 1,
  });
  const wall = newtonRaphson(
    (x) => (x > 3 ? Number.NaN : -1),
    () => 0.1,
    0,
  );
  expect(wall.outcome).toEqual({
    kind: "diverged",
    reason: "f′ is not finite at x = 10",
    step: 1,
  });
  expect(wall.x).toBe(0);
  expect(
    newtonRaphson(
      () => 1e300,
      () => 1e-300,
      0,
    ).outcome,
  ).toEqual({
    kind: "diverged",
    reason: "x is not finite at step 1",
    step: 1,
  });
  expect(
    newtonRaphson(
      () => 1,
      () => Number.NaN,
      2,
    ),
  ).toMatchObject({
    k: 0,
    outcome: { kind: "diverged", reason: "f″ is not finite at x = 2", step: 0 },
  });
});

test("the generator gives the same steps and the same end", () => {
  const search = newtonRaphsonSteps(slope, curvature, 0.5);
  const { steps, outcome } = newtonRaphson(slope, curvature, 0.5);
  for (const step of steps) expect(search.next()).toEqual({ done: false, value: step });
  expect(search.next()).toEqual({ done: true, value: outcome });
});

test.each([
  [() => newtonRaphson(slope, curvature, Number.NaN), "x0 must be in (−∞, ∞), got NaN"],
  [() => newtonRaphson(1 as never, curvature, 1), "g must be a function of one number, got 1"],
  [() => newtonRaphson(slope, [] as never, 1), "h must be a function of one number, got a list"],
  [
    () => newtonRaphson(slope, curvature, 1, { tolerance: Number.NaN }),
    "tolerance must be in [0, ∞), got NaN",
  ],
])("a bad argument is named: %#", (call, message) => {
  expect(call).toThrow(`newtonRaphson: ${message}`);
});
