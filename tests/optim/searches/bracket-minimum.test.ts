import { bracketMinimum, bracketSteps } from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

const parabola = (x: number) => (x - 2) ** 2 + 1;

test("from 0 and 1 it jumps to the bottom of a parabola, which closes the bracket", () => {
  const { a, b, c, x, f, calls, steps, outcome } = bracketMinimum(parabola, 0, 1);
  expect(steps[0]!.c.x).toBe(1 + 1.618034);
  expect([a.x, b.x, c.x]).toEqual([1, 1.9999999999999998, 1 + 1.618034]);
  expect([x, f]).toEqual([b.x, b.f]);
  expect(calls).toEqual({ f: 4, g: 0, h: 0 });
  expect(outcome).toEqual({ kind: "converged", by: "tolerance" });
});

test("two points that lead uphill change places: it walks to the left", () => {
  const { a, b, c } = bracketMinimum((x) => Math.abs(x + 9), 2, 3);
  expect(a.x).toBeGreaterThan(b.x);
  expect(b.x).toBeGreaterThan(c.x);
  expect(c.x).toBeLessThan(-9);
});

test("an outermost step is no longer than growLimit strides", () => {
  // Nearly straight: the parabola's bottom is far beyond.
  const nearlyStraight = (x: number) => 1e-9 * x * x - x;
  const { steps } = bracketMinimum(nearlyStraight, 0, 1, { growLimit: 5 });
  const [first, second] = steps;
  expect(second!.c.x).toBe(first!.b.x + 5 * (first!.c.x - first!.b.x));
});

test("wherever the minimum is, the bracket encloses it, whatever the shape", () => {
  const shapes = [
    (t: number) => t * t,
    Math.abs,
    (t: number) => Math.sqrt(Math.abs(t)),
    (t: number) => Math.cosh(Math.min(700, Math.abs(t))),
    (t: number) => (t < 0 ? Number.POSITIVE_INFINITY : t * t - t),
  ];
  check(
    fc.property(
      fc.constantFrom(...shapes),
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: 1e-3, max: 10, noNaN: true }),
      (shape, at, from, stride) => {
        const { a, b, c, outcome } = bracketMinimum((x) => shape(x - at), from, from + stride);
        expect(outcome.kind).toBe("converged");
        expect((b.x - a.x) * (c.x - b.x)).toBeGreaterThan(0);
        expect(b.f).toBeLessThanOrEqual(Math.min(a.f, c.f));
      },
    ),
  );
});

test("every step but the last still falls, and each starts where the one before was", () => {
  const { steps } = bracketMinimum((x) => Math.abs(x - 500), 0, 1);
  expect(steps.length).toBeGreaterThan(2);
  for (const { b, c } of steps.slice(0, -1)) expect(c.f).toBeLessThan(b.f);
  steps.slice(1).forEach(({ a, k }, i) => {
    const { b, c } = steps[i]!;
    expect(k).toBe(i + 1);
    expect([b.x, c.x]).toContain(a.x);
  });
});

describe("there is an end where there is no minimum", () => {
  test("a line falls for ever", () => {
    const { outcome } = bracketMinimum((x) => -x, 0, 1);
    expect(outcome.kind).toBe("diverged");
    expect((outcome as { reason: string }).reason).toMatch(
      /^f still falls at x = Infinity, where it is -Infinity: it has no minimum on this way$/,
    );
  });

  test("an f that is not a number is named, and its step is not shown", () => {
    const { outcome, steps } = bracketMinimum((x) => (x > 20 ? Number.NaN : -x), 0, 1);
    expect(outcome).toMatchObject({ kind: "diverged", step: steps.length });
    expect((outcome as { reason: string }).reason).toMatch(/^f is not a number at x = [\d.]+$/);
    expect(steps.every(({ c }) => c.x <= 20)).toBe(true);
    expect(bracketMinimum(() => Number.NaN, 0, 1).steps).toHaveLength(1);
  });

  test("a budget of no strides leaves the first three points", () => {
    const { steps, outcome } = bracketMinimum((x) => -x, 0, 1, { steps: 0 });
    expect(steps).toHaveLength(1);
    expect(outcome).toEqual({ kind: "budget", by: "steps" });
  });
});

test("the generator gives the same steps and the same end", () => {
  const search = bracketSteps(parabola, 0, 1);
  const { steps, outcome } = bracketMinimum(parabola, 0, 1);
  for (const step of steps) expect(search.next()).toEqual({ done: false, value: step });
  expect(search.next()).toEqual({ done: true, value: outcome });
});

test.each([
  [() => bracketMinimum(parabola, 1, 1), "from and to must be two different points, got 1 twice"],
  [() => bracketMinimum(parabola, Number.NaN, 1), "from must be in (−∞, ∞), got NaN"],
  [() => bracketMinimum(parabola, 0, "1" as never), 'to must be a number in (−∞, ∞), got "1"'],
  [() => bracketMinimum(parabola, 0, 1, { growLimit: 0 }), "growLimit must be in (0, ∞), got 0"],
  [
    () => bracketMinimum(parabola, 0, 1, { steps: 1.5 }),
    "steps must be a whole number, 0 or more, got 1.5",
  ],
  [() => bracketMinimum(3 as never, 0, 1), "f must be a function of one number, got 3"],
  [
    () => bracketMinimum(parabola, 0, 1, { maxiter: 3 } as never),
    'there is no option "maxiter". The options are growLimit, steps',
  ],
])("a bad argument is named: %#", (call, message) => {
  expect(call).toThrow(`bracketMinimum: ${message}`);
});
