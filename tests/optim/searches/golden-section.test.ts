import {
  GOLDEN_SECTION,
  goldenSection,
  goldenSectionFromBracket,
  goldenSectionFromBracketSteps,
  goldenSectionSteps,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

const parabola = (x: number) => (x - 2) ** 2 + 1;
const kink = (x: number) => Math.abs(x - 0.3);

describe("on an interval", () => {
  test("every reduction keeps 0.618… of the interval and costs one evaluation", () => {
    const { steps } = goldenSection(parabola, 0, 5, { steps: 30, tolerance: 0 });
    expect(steps).toHaveLength(31);
    steps.forEach(({ a, b, k, calls }) => {
      expect(b - a).toBeCloseTo(5 * GOLDEN_SECTION ** k, 12);
      expect(calls).toEqual({ f: k + 2, g: 0, h: 0 });
    });
  });

  test("from a width of 4 to below 0.001 takes 18 reductions", () => {
    // |c| + |d| is below 1 here, so that the tolerance is the width itself.
    const { k, outcome } = goldenSection((x) => (x - 0.1) ** 2, -2, 2, { tolerance: 0.001 });
    expect(k).toBe(18);
    expect(outcome).toEqual({ kind: "converged", by: "tolerance" });
  });

  test("the interval never loses the minimum of a unimodal function, smooth or not", () => {
    check(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.constantFrom(
          (t: number) => Math.abs(t),
          (t: number) => (t > 0 ? 5 * t : -t),
          (t: number) => Math.sqrt(Math.abs(t)),
        ),
        (at, shape) => {
          const { steps, x } = goldenSection((s) => shape(s - at), -3, 3, { tolerance: 1e-6 });
          for (const { a, b, c, d } of steps) {
            expect(a - 1e-12 <= at && at <= b + 1e-12).toBe(true);
            expect(a < c.x && c.x < d.x && d.x < b).toBe(true);
          }
          expect(Math.abs(x - at)).toBeLessThan(1e-5);
        },
      ),
    );
  });

  test("a minimum at an end is found too", () => {
    expect(goldenSection((x) => x, 1, 4).x).toBeCloseTo(1, 6);
    expect(goldenSection((x) => -x, 1, 4).x).toBeCloseTo(4, 6);
  });

  test("a minimum at 0 ends it as soon as any other", () => {
    const { k, x } = goldenSection((t) => t * t, -1, 2);
    expect(Math.abs(x)).toBeLessThan(1.5e-8);
    expect(k).toBe(40); // 3 · 0.618⁴⁰ = 1.3·10⁻⁸
  });

  test("it is at the lower of the two inner points", () => {
    for (const { x, f, c, d } of goldenSection(kink, -1, 2).steps) {
      expect(f).toBe(Math.min(c.f, d.f));
      expect(x).toBe(c.f < d.f ? c.x : d.x);
    }
  });

  test("where rounding leaves no point in between it stalls, with a reason", () => {
    const { outcome } = goldenSection((x) => Math.abs(x - 1), 0, 3, { tolerance: 0 });
    expect(outcome.kind).toBe("stalled");
    expect((outcome as { reason: string }).reason).toMatch(
      /^between .* and .* there are no numbers left to compare\. Ask for a larger tolerance$/,
    );
  });

  test("an f that is not a number ends it", () => {
    const { outcome, steps } = goldenSection((x) => (x > 3 ? Number.NaN : -x), 0, 4);
    expect(outcome).toMatchObject({ kind: "diverged", step: steps.length });
    expect(steps.every(({ f }) => !Number.isNaN(f))).toBe(true);
    expect(goldenSection(() => Number.NaN, 0, 4)).toMatchObject({
      k: 0,
      outcome: { kind: "diverged", step: 0 },
    });
  });

  test.each([
    [() => goldenSection(kink, 2, 1), "a must be below b, got 2 and 1"],
    [() => goldenSection(kink, 1, 1), "a must be below b, got 1 and 1"],
    [() => goldenSection(kink, 0, Number.NaN), "b must be in (−∞, ∞), got NaN"],
    [() => goldenSection(kink, Number.NEGATIVE_INFINITY, 1), "a must be in (−∞, ∞), got -Infinity"],
    [() => goldenSection(kink, 0, 1, { tolerance: -1 }), "tolerance must be in [0, ∞), got -1"],
    [
      () => goldenSection(kink, 0, 1, { steps: -1 }),
      "steps must be a whole number, 0 or more, got -1",
    ],
    [
      () => goldenSection(kink, 0, 1, { tol: 1 } as never),
      'there is no option "tol". The options are tolerance, steps',
    ],
    [() => goldenSection("f" as never, 0, 1), 'f must be a function of one number, got "f"'],
  ])("a bad argument is named: %#", (call, message) => {
    expect(call).toThrow(`goldenSection: ${message}`);
  });
});

describe("from a bracket", () => {
  test("the middle of the bracket becomes one of the two inner points", () => {
    const [first] = goldenSectionFromBracket(parabola, [0, 1, 5]).steps;
    expect(first!.c.x).toBe(1);
    expect(first!.d.x).toBeCloseTo(1 + (1 - GOLDEN_SECTION) * 4, 7);
    const [second] = goldenSectionFromBracket(parabola, [0, 3, 4]).steps;
    expect(second!.d.x).toBe(3);
  });

  test("two points are a start to walk from, in either direction", () => {
    expect(goldenSectionFromBracket(parabola, [0, 1]).x).toBeCloseTo(2, 7);
    const { x, steps } = goldenSectionFromBracket(parabola, [30, 29]);
    expect(x).toBeCloseTo(2, 7);
    for (const { a, b, c, d } of steps) expect(a < c.x && c.x <= d.x && d.x < b).toBe(true);
  });

  test("a search that runs away says so", () => {
    expect(goldenSectionFromBracket((x) => -x, [0, 1]).outcome).toMatchObject({
      kind: "diverged",
      step: 0,
    });
  });

  test("both generators give the same steps and the same end", () => {
    for (const [search, { steps, outcome }] of [
      [goldenSectionSteps(kink, 0, 1), goldenSection(kink, 0, 1)],
      [goldenSectionFromBracketSteps(kink, [0, 1]), goldenSectionFromBracket(kink, [0, 1])],
    ] as const) {
      for (const step of steps) expect(search.next()).toEqual({ done: false, value: step });
      expect(search.next()).toEqual({ done: true, value: outcome });
    }
  });

  test.each([
    [[3, 1, 2], "the second point of the bracket must lie between the other two, got 3, 1, 2"],
    [
      [3, 4, 5],
      "f must be lower in the middle of the bracket than at its ends, got 2, 5, 10. Give two points only, and a bracket is searched for",
    ],
    [[1], "bracket must be a list of two or three points such as [0, 1], got 1 of them"],
    [4, "bracket must be a list of two or three points such as [0, 1], got 4"],
    [[1, 1], "the two points of the bracket must be different, got 1 twice"],
    [[1, Number.NaN], "every point of the bracket must be in (−∞, ∞), got NaN"],
  ])("a bad bracket is named: %j", (bracket, message) => {
    expect(() => goldenSectionFromBracket(parabola, bracket as never)).toThrow(
      `goldenSectionFromBracket: ${message}`,
    );
  });
});
