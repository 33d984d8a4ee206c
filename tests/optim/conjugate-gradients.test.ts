import { cgStart, cgStep, conjugateGradients, type Matrix, type Vec } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { apply, forManySeeds, inner, randomFrom } from "./random-matrices.ts";

/** All iterates until the residual is nothing but rounding. */
const solved = (A: Matrix, b: Vec, tolerance = 1e-12) => conjugateGradients(A, b, { tolerance });

/** √(eᵀAe), the norm in which the error falls. */
const energyNorm = (A: Matrix, e: Vec) => Math.sqrt(inner(e, apply(A, e)));

describe("A = (3 1; 1 2), b = (5, 5) by hand", () => {
  const A = [Float64Array.of(3, 1), Float64Array.of(1, 2)];
  const b = Float64Array.of(5, 5);

  test("α₀ = 2/7, β₀ = 1/49, α₁ = 0.7, solution (1, 2)", () => {
    const [start, first, second] = solved(A, b);
    expect([...start!.d]).toEqual([5, 5]);
    expect(first!.x[0]! / 5).toBeCloseTo(2 / 7, 15);
    expect(inner(first!.r, first!.r) / inner(b, b)).toBeCloseTo(1 / 49, 15);
    expect((second!.x[0]! - first!.x[0]!) / first!.d[0]!).toBeCloseTo(0.7, 14);
    expect(second!.x[0]).toBeCloseTo(1, 14);
    expect(second!.x[1]).toBeCloseTo(2, 14);
  });

  test("one step changes nothing that it is given", () => {
    const before = cgStart(Float64Array.of(0, 0), b);
    const copy = structuredClone(before);
    cgStep(before, apply(A, before.d));
    expect(before).toEqual(copy);
  });
});

describe("theorems", () => {
  test("n steps are enough", () => {
    forManySeeds((random, n) => {
      const A = random.withEigenvalues(
        Float64Array.from({ length: n }, () => random.uniform(1, 9)),
      );
      expect(solved(A, random.vector(n), 1e-10).length - 1).toBeLessThanOrEqual(n);
    });
  });

  test.each([
    [[1, 50], 4],
    [[1, 2, 3], 5],
    [[7], 9],
  ])(
    "with the different eigenvalues %j, %d times each, as many steps as there are",
    (different, times) => {
      const random = randomFrom(2);
      const values = Array.from({ length: times }, () => different).flat();
      const iterates = solved(random.withEigenvalues(values), random.vector(values.length));
      expect(iterates.length - 1).toBe(different.length);
    },
  );

  test("seven eigenvalues 1 and one 1000 take 2 steps, 1 to 8 take 8", () => {
    const random = randomFrom(3);
    const steps = (values: readonly number[]) =>
      solved(random.withEigenvalues(values), random.vector(8), 1e-9).length - 1;
    expect(steps([1, 1, 1, 1, 1, 1, 1, 1000])).toBe(2);
    expect(steps([1, 2, 3, 4, 5, 6, 7, 8])).toBe(8);
  });

  test("residuals are orthogonal, directions conjugate", () => {
    forManySeeds((random, n) => {
      const A = random.withEigenvalues(
        Float64Array.from({ length: n }, () => random.uniform(1, 5)),
      );
      const iterates = solved(A, random.vector(n), 1e-6).slice(0, -1);
      iterates.forEach(({ r, d }, i) => {
        for (const earlier of iterates.slice(0, i)) {
          const size = Math.hypot(...earlier.r) * Math.hypot(...r);
          expect(Math.abs(inner(earlier.r, r))).toBeLessThan(1e-8 * size);
          const energy = energyNorm(A, earlier.d) * energyNorm(A, d);
          expect(Math.abs(inner(earlier.d, apply(A, d)))).toBeLessThan(1e-8 * energy);
        }
      });
    });
  });

  test.each([4, 25, 400])(
    "for κ = %d the error falls at least like 2 ((√κ − 1)/(√κ + 1))ᵏ",
    (kappa) => {
      const random = randomFrom(kappa);
      const n = 40;
      const A = random.withEigenvalues(
        Float64Array.from({ length: n }, (_, i) => kappa ** (i / (n - 1))),
      );
      const x = random.vector(n);
      const iterates = solved(A, apply(A, x), 1e-8);
      const error = (at: Vec) =>
        energyNorm(
          A,
          at.map((entry, i) => entry - x[i]!),
        );
      const rate = (Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1);
      iterates.forEach((iterate, k) => {
        expect(error(iterate.x)).toBeLessThanOrEqual(2 * rate ** k * error(iterates[0]!.x));
      });
    },
  );

  test("the error falls at every step, from any start", () => {
    forManySeeds((random, n) => {
      const A = random.withEigenvalues(
        Float64Array.from({ length: n }, () => random.uniform(1, 99)),
      );
      const x = random.vector(n);
      const iterates = conjugateGradients(A, apply(A, x), {
        start: random.vector(n),
        tolerance: 1e-6,
      });
      const errors = iterates.map((at) =>
        energyNorm(
          A,
          at.x.map((entry, i) => entry - x[i]!),
        ),
      );
      for (let k = 1; k < errors.length; k++) expect(errors[k]!).toBeLessThan(errors[k - 1]!);
    });
  });
});

describe("where it ends", () => {
  const A = [Float64Array.of(2, 0), Float64Array.of(0, -1)];

  test("at a start that is the solution already", () => {
    const iterates = conjugateGradients([Float64Array.of(2)], Float64Array.of(4), {
      start: Float64Array.of(2),
    });
    expect(iterates.map(({ x }) => [...x])).toEqual([[2]]);
  });

  test("at b = 0, where x = 0", () => {
    expect(conjugateGradients(A, Float64Array.of(0, 0)).length).toBe(1);
  });

  test("where A is not positive definite along d, at the last good iterate", () => {
    const iterates = conjugateGradients(A, Float64Array.of(0, 1));
    expect(iterates.map(({ x }) => [...x])).toEqual([[0, 0]]);
  });

  test("after `steps` steps", () => {
    const values = [1, 2, 3, 4, 5, 6];
    const random = randomFrom(1);
    const iterates = conjugateGradients(random.withEigenvalues(values), random.vector(6), {
      tolerance: 0,
      steps: 2,
    });
    expect(iterates.length).toBe(3);
  });
});

describe("bad arguments are named", () => {
  const A = [Float64Array.of(2, 0), Float64Array.of(0, 1)];
  const b = Float64Array.of(1, 1);
  test.each([
    [
      A,
      b,
      { tolerance: -1 },
      RangeError,
      "conjugateGradients: tolerance must be in [0, ∞), got -1",
    ],
    [
      A,
      b,
      { steps: 1.5 },
      RangeError,
      "conjugateGradients: steps must be a whole number, 0 or more, got 1.5",
    ],
    [
      A,
      b,
      { tol: 1 },
      TypeError,
      'conjugateGradients: there is no option "tol". The options are start, tolerance, steps',
    ],
    [
      A.slice(1),
      b,
      {},
      RangeError,
      "conjugateGradients: A must have 2 rows of 2 numbers, as many as b has, got 1 rows of 2",
    ],
    [
      A,
      b,
      { start: Float64Array.of(1) },
      RangeError,
      "conjugateGradients: start must have 2 numbers, as many as b, got 1",
    ],
  ])("%#", (matrix, right, options, kind, message) => {
    expect(() => conjugateGradients(matrix, right, options as never)).toThrow(new kind(message));
  });
});
