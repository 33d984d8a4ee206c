import { brent, brentSteps, goldenSectionFromBracket } from "@downhill/optim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../../check-property.ts";

const quartic = (x: number) => x ** 4 - 3 * x ** 3 + 2;

test("the parabola of three points is exact on a parabola: it arrives at the first one", () => {
  const { steps, x } = brent((t) => (t - 2) ** 2 + 1, [0, 1, 5]);
  expect(x).toBe(2);
  const jump = steps.find(({ trial }) => trial?.by === "parabola");
  expect(jump!.trial!.x).toBeCloseTo(2, 14);
});

test("its first steps on x⁴ − 3x³ + 2 from [1, 2, 4], by hand", () => {
  const [start, first] = brent(quartic, [1, 2, 4]).steps;
  expect(start).toEqual({
    k: 0,
    x: 2,
    f: -6,
    a: 1,
    b: 4,
    second: { x: 2, f: -6 },
    third: { x: 2, f: -6 },
    calls: { f: 3, g: 0, h: 0 },
  });
  // The longer part is [2, 4]; 0.381966 of it is 0.763932, where f is 10.9 > f(2).
  expect(first!.trial).toMatchObject({ x: 2.763932, by: "golden section" });
  expect(first).toMatchObject({ k: 1, x: 2, a: 1, b: 2.763932, second: { x: 2.763932 } });
});

test("on smooth functions it converges faster than any geometric sequence", () => {
  // f(x) = eˣ − 2x, with its minimum at ln 2.
  const { steps } = brent((x) => Math.exp(x) - 2 * x, [-2, 0, 3]);
  const errors = steps.map(({ x }) => Math.abs(x - Math.LN2)).filter((error) => error > 1e-7);
  const improved = errors.filter((error, i) => i === 0 || error < errors[i - 1]!);
  const ratios = improved.slice(1).map((error, i) => error / improved[i]!);
  expect(ratios.at(-1)).toBeLessThan(0.02);
  expect(Math.max(...ratios.slice(-2))).toBeLessThan(0.2);
});

test("it needs a third of the evaluations of golden section where f is smooth", () => {
  for (const [f, bracket] of [
    [quartic, [1, 2, 4]],
    [(x: number) => Math.cos(x) + x / 10, [2, 3, 5]],
    [(x: number) => -Math.exp(-((x - 0.7) ** 2)), [-1, 0.5, 2]],
  ] as const)
    expect(3 * brent(f, bracket).calls.f).toBeLessThan(
      goldenSectionFromBracket(f, bracket).calls.f + 6,
    );
});

test("from any bracket of any unimodal function, it arrives within the tolerance", () => {
  check(
    fc.property(
      fc.constantFrom(
        (t: number) => t * t,
        Math.abs,
        (t: number) => t ** 4,
        (t: number) => Math.sqrt(Math.abs(t)),
        (t: number) => (t < 0 ? -t : 10 * t * t),
        (t: number) => (t < -1 ? Number.POSITIVE_INFINITY : t * t),
      ),
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      (shape, at, left, right) => {
        const f = (x: number) => shape(x - at);
        const middle = at + (right - left) / 10;
        fc.pre(f(middle) < f(at - left) && f(middle) < f(at + right));
        fc.pre(at - left < middle && middle < at + right);
        const { x, steps, outcome } = brent(f, [at - left, middle, at + right]);
        expect(outcome.kind).toBe("converged");
        // Without a constant in f, even t⁴ is told apart from 0 until it underflows.
        expect(Math.abs(x - at)).toBeLessThan(1e-6);
        for (const { a, b, x: best, trial } of steps) {
          expect(a <= best && best <= b).toBe(true);
          if (trial !== undefined) expect(trial.x).not.toBe(Number.NaN);
        }
      },
    ),
  );
});

test("f of the best point never rises, and the interval never grows", () => {
  const { steps } = brent((x) => Math.abs(x - 0.3), [-1, 0, 2]);
  steps.slice(1).forEach((step, i) => {
    const before = steps[i]!;
    expect(step.f).toBeLessThanOrEqual(before.f);
    expect(step.b - step.a).toBeLessThanOrEqual(before.b - before.a);
    expect(step.k).toBe(before.k + 1);
    expect(step.calls.f).toBe(before.calls.f + 1);
  });
});

test("two points are a start to walk downhill from", () => {
  expect(brent(quartic, [1, 1.1]).x).toBeCloseTo(2.25, 6);
  expect(brent(quartic, [9, 8]).x).toBeCloseTo(2.25, 6);
});

test("what cannot go on says why, and keeps what it has", () => {
  expect(brent((x) => -x, [0, 1]).outcome.kind).toBe("diverged");
  const hole = brent((x) => (Math.abs(x - 1.1) < 0.1 ? Number.NaN : (x - 1) ** 2), [0, 0.9, 3]);
  expect(hole.outcome).toMatchObject({ kind: "diverged", step: hole.steps.length });
  expect(hole.x).not.toBeNaN();
  expect(brent(quartic, [1, 2, 4], { steps: 3 })).toMatchObject({
    k: 3,
    outcome: { kind: "budget", by: "steps" },
  });
});

test("the generator gives the same steps and the same end", () => {
  const search = brentSteps(quartic, [1, 2, 4]);
  const { steps, outcome } = brent(quartic, [1, 2, 4]);
  for (const step of steps) expect(search.next()).toEqual({ done: false, value: step });
  expect(search.next()).toEqual({ done: true, value: outcome });
});

test.each([
  [
    () => brent(quartic, [1, 5, 4]),
    "the second point of the bracket must lie between the other two, got 1, 5, 4",
  ],
  [
    () => brent(quartic, [3, 4, 5]),
    "f must be lower in the middle of the bracket than at its ends, got 2, 66, 252. Give two points only, and a bracket is searched for",
  ],
  [() => brent(quartic, [0, 1], { tolerance: -1 }), "tolerance must be in [0, ∞), got -1"],
  [
    () => brent(quartic, [0, 1], { xtol: 1 } as never),
    'there is no option "xtol". The options are tolerance, steps',
  ],
  [() => brent(undefined as never, [0, 1]), "f must be a function of one number, got undefined"],
])("a bad argument is named: %#", (call, message) => {
  expect(call).toThrow(`brent: ${message}`);
});
