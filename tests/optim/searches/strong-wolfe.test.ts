import {
  createOracle,
  type Line,
  lineOf,
  type StrongWolfeOptions,
  strongCurvature,
  strongWolfe,
  vec,
} from "@downhill/optim";
import { bowl, doubleWell1d, saddle } from "@downhill/optim/problems";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

type Counted = Line & { readonly seen: number[] };

function lineWith(phi: (a: number) => number, slope: (a: number) => number): Counted {
  const seen: number[] = [];
  return {
    seen,
    value(alpha) {
      if (alpha > 0) seen.push(alpha);
      return phi(alpha);
    },
    slope,
    curvature: () => Number.NaN,
    length: () => 1,
  };
}

const search = (line: Line, options?: StrongWolfeOptions) =>
  strongWolfe(options).along!(line, undefined);

/** Fails unless α meets both conditions, without any allowance. */
function expectWolfe(line: Line, alpha: number | string, c1: number, c2: number): void {
  if (typeof alpha === "string") throw new Error(alpha);
  expect(alpha).toBeGreaterThan(0);
  expect(line.value(alpha)).toBeLessThanOrEqual(line.value(0) + c1 * alpha * line.slope(0));
  expect(strongCurvature(line.slope(alpha), line.slope(0), c2)).toBe(true);
}

test("a first trial that meets both conditions is taken", () => {
  const line = lineWith(
    (a) => (a - 1) ** 2,
    (a) => 2 * (a - 1),
  );
  expect(search(line, { firstTrial: 1.5 })).toBe(1.5);
  expect(line.seen).toEqual([1.5]);
});

test("on a parabola the second trial is the minimum, however far the first one was off", () => {
  for (const firstTrial of [0.3, 0.4, 4, 1e6]) {
    const line = lineWith(
      (a) => (a - 1) ** 2,
      (a) => 2 * (a - 1),
    );
    expect(search(line, { firstTrial, c2: 0.01 })).toBeCloseTo(1, 9);
    expect(line.seen).toHaveLength(2);
  }
});

test("on the double well from 2 it ends on the set that the book shades", () => {
  const oracle = createOracle(doubleWell1d);
  const line = lineOf(oracle, vec(2), vec(-21));
  const islands = (alpha: number) =>
    (0.033 < alpha && alpha < 0.1043) || (0.1485 < alpha && alpha < 0.1634);
  for (const firstTrial of [1e-4, 0.01, 0.1, 0.12, 0.2, 1, 30])
    expect(islands(search(line, { c2: 0.1, firstTrial }) as number)).toBe(true);
});

describe("on random functions of one variable it finds a step that meets both conditions", () => {
  const settings = fc.record({
    c1: fc.constantFrom(1e-4, 1e-2, 0.1, 0.3),
    c2: fc.constantFrom(0.3, 0.5, 0.9),
    firstTrial: fc.double({ min: -6, max: 6, noNaN: true }).map((power) => 10 ** power),
  });
  const positive = fc.double({ min: -3, max: 3, noNaN: true }).map((power) => 10 ** power);

  test("quartics, with one valley or two", () => {
    const coefficient = fc.double({ min: -5, max: 5, noNaN: true });
    check(
      fc.property(
        positive,
        coefficient,
        coefficient,
        positive,
        settings,
        (steep, cubic, square, quartic, options) => {
          const line = lineWith(
            (a) => -steep * a + square * a ** 2 + cubic * a ** 3 + quartic * a ** 4,
            (a) => -steep + 2 * square * a + 3 * cubic * a ** 2 + 4 * quartic * a ** 3,
          );
          // Values near 0 that cancel: only where f is well above its rounding is the test strict.
          fc.pre(Math.abs(search(line, options) as number) > 1e-6);
          expectWolfe(line, search(line, options), options.c1, options.c2);
        },
      ),
    );
  });

  test("exponentials that end in a steep wall", () => {
    check(
      fc.property(positive, positive, settings, (width, steep, options) => {
        const line = lineWith(
          (a) => -steep * a + (Math.exp(a / width) - 1) * 0.1 * steep * width,
          (a) => -steep + Math.exp(a / width) * 0.1 * steep,
        );
        expectWolfe(line, search(line, options), options.c1, options.c2);
      }),
    );
  });

  test("valleys that are flat far out", () => {
    check(
      fc.property(positive, positive, settings, (place, depth, options) => {
        const line = lineWith(
          (a) => (-depth * a) / (a * a + place * place),
          (a) => (depth * (a * a - place * place)) / (a * a + place * place) ** 2,
        );
        expectWolfe(line, search(line, options), options.c1, options.c2);
      }),
    );
  });

  test("the same on a stretched line at a stretched first trial: no unit of α is special", () => {
    check(
      fc.property(fc.integer({ min: -40, max: 40 }), settings, (power, options) => {
        const stretch = 2 ** power;
        const phi = (a: number) => -a + 3 * a ** 2 + a ** 4;
        const slope = (a: number) => -1 + 6 * a + 4 * a ** 3;
        const stretched = lineWith(
          (a) => phi(a / stretch),
          (a) => slope(a / stretch) / stretch,
        );
        expect(search(stretched, { ...options, firstTrial: options.firstTrial * stretch })).toBe(
          (search(lineWith(phi, slope), options) as number) * stretch,
        );
      }),
    );
  });
});

test("a trial where φ or its slope is NaN or infinite counts as too long", () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    const barrier = (edge: number) =>
      lineWith(
        (a) => (a < edge ? -a - 0.1 * Math.log(1 - a / edge) : bad),
        (a) => (a < edge ? -1 + 0.1 / (edge - a) : bad),
      );
    for (const edge of [0.9, 0.3, 1e-4, 0.05])
      for (const firstTrial of [1, 1e3]) {
        const line = barrier(edge);
        if (line.slope(0) < 0) expectWolfe(line, search(line, { c2: 0.5, firstTrial }), 1e-4, 0.5);
      }
  }
  const slopeless = lineWith(
    (a) => (a - 1) ** 2,
    (a) => (a < 1.5 ? 2 * (a - 1) : Number.NaN),
  );
  expectWolfe(slopeless, search(slopeless, { firstTrial: 1.6 }), 1e-4, 0.9);
});

test("where f only differs by its rounding the slopes decide: it goes to where they vanish", () => {
  // f falls by 4.5e-14 from 1, which one may take for rounding: seen so, the line is level.
  const level = lineWith(
    () => 1,
    (a) => 1e-14 * (a - 3),
  );
  const alpha = search(level, { c2: 0.1 }) as number;
  expect(Math.abs(alpha - 3)).toBeLessThan(0.3);
});

test("a rise above the rounding of f is never accepted, even if the slope is flat", () => {
  const hump = lineWith(
    (a) => (a < 0.5 ? -a : 1 + 1e-9 * (a - 1)),
    (a) => (a < 0.5 ? -1 : 1e-9),
  );
  expect(search(hump)).toMatch(/^strongWolfe: the slope must become flat between/);
});

describe("in words it says", () => {
  const along = (d: readonly number[]) =>
    strongWolfe().search(createOracle(bowl([1, 25])), vec(-4, 1), vec(d), undefined);

  test("that d does not lead downhill", () => {
    expect(along([-1, 0])).toBe(
      "strongWolfe: the slope dᵀ∇f must be below 0, got 4; use −d, or another direction",
    );
    expect(along([0, 0])).toBe(
      "strongWolfe: the slope dᵀ∇f must be below 0, got 0; x may be a critical point already",
    );
  });

  test("that f is not finite where it should start", () => {
    const nowhere = lineWith(
      () => Number.POSITIVE_INFINITY,
      () => -1,
    );
    expect(search(nowhere)).toBe("strongWolfe: f(x) must be a finite number, got Infinity; move x");
  });

  test("that f falls without end, having looked far", () => {
    const answer = strongWolfe().search(createOracle(saddle), vec(1, 0.1), vec(0, 1), undefined);
    expect(answer).toMatch(
      /^strongWolfe: f must stop falling along d, but still falls at α = .*e\+\d+, f = -.*e\+\d+; it seems to have no minimum there$/,
    );
  });

  test("that f does not fall although the gradient says so", () => {
    const wrong = lineWith(
      (a) => a,
      () => -1,
    );
    expect(search(wrong)).toMatch(
      /^strongWolfe: f must fall along d, whose slope is -1, but does not even at α = .*; check the gradient with checkGradient, or take this point: it may be as low as rounding lets it be$/,
    );
  });

  test("that there is a kink", () => {
    const kink = lineWith(
      (a) => Math.abs(a - Math.SQRT1_2),
      (a) => (a < Math.SQRT1_2 ? -1 : 1),
    );
    expect(search(kink)).toMatch(
      /^strongWolfe: the slope must become flat between α = 0\.707.* and 0\.707.*, but is (-1 and 1|1 and -1); f may have a kink there, or need a larger c2$/,
    );
  });
});

test("it gives up after as many trials as are allowed", () => {
  const line = lineWith(
    (a) => -a,
    () => -1,
  );
  expect(typeof search(line, { trials: 7 })).toBe("string");
  expect(line.seen).toHaveLength(7);
});

test("a first trial may depend on the line and on the iteration before", () => {
  const told: unknown[] = [];
  const before = { stepLength: 0.5, slope: -1 };
  const line = lineWith(
    (a) => (a - 1) ** 2,
    (a) => 2 * (a - 1),
  );
  const firstTrial = (...heard: unknown[]) => {
    told.push(...heard);
    return 1;
  };
  expect(strongWolfe({ firstTrial }).along!(line, before)).toBe(1);
  expect(told).toEqual([line, before]);
});

describe("bad options are named", () => {
  test.each([
    [{ c1: 0 }, RangeError, "strongWolfe: c1 must be in (0, 1), got 0"],
    [{ c2: 1 }, RangeError, "strongWolfe: c2 must be in [c1, 1) = [0.0001, 1), got 1"],
    [{ c1: 0.5, c2: 0.4 }, RangeError, "strongWolfe: c2 must be in [c1, 1) = [0.5, 1), got 0.4"],
    [{ trials: 0 }, RangeError, "strongWolfe: trials must be a whole number, 1 or more, got 0"],
    [{ firstTrial: -1 }, RangeError, "strongWolfe: firstTrial must be in (0, ∞), got -1"],
    [
      { firstTrial: null },
      TypeError,
      "strongWolfe: firstTrial must be a number in (0, ∞) or a function such as sameDecrease(), got null",
    ],
    [
      { maxIter: 3 },
      TypeError,
      'strongWolfe: there is no option "maxIter". The options are c1, c2, firstTrial, trials',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => strongWolfe(options as never)).toThrow(new kind(message));
  });
});
