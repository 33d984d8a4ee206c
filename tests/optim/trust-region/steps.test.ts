import {
  cauchyStep,
  distanceToBoundary,
  doglegStep,
  exactStep,
  type Matrix,
  type ModelStep,
  type QuadraticModel,
  steihaugStep,
  symmetricEigen,
  type Vec,
} from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { apply, forManySeeds, inner, type Random, randomFrom } from "../random-matrices.ts";

const modelOf = (H: Matrix, g: Vec): QuadraticModel => ({
  g,
  h: () => H,
  hv: (v) => apply(H, v),
});

const solvers = { cauchyStep, doglegStep, steihaugStep, exactStep };

/** A model of any curvature and a radius, of very different sizes. */
function randomModel(random: Random, n: number) {
  const H = random.symmetric(n).map((row) => row.map((entry) => entry));
  const g = random.vector(n).map((entry) => entry * 10 ** random.uniform(-3, 3));
  return { model: modelOf(H, g), H, g, radius: 10 ** random.uniform(-3, 3) };
}

const decreaseOf = (H: Matrix, g: Vec, p: Vec) => -(inner(g, p) + inner(p, apply(H, p)) / 2);

describe.each(Object.entries(solvers))("%s", (name, solve) => {
  test("stays within the radius, promises what the model says, and no less than Cauchy's step", () => {
    forManySeeds(
      (random, n) => {
        const { model, H, g, radius } = randomModel(random, n);
        const { p, decrease, onBoundary } = solve(model, radius);
        const length = Math.hypot(...p);
        expect(length).toBeLessThanOrEqual(radius * (1 + 1e-12));
        if (onBoundary) expect(length).toBeGreaterThan(radius * (1 - 1e-12));
        expect(Math.abs(decreaseOf(H, g, p) - decrease)).toBeLessThan(1e-9 * decrease);
        const enough = cauchyStep(model, radius).decrease;
        expect(decrease).toBeGreaterThanOrEqual(enough * (1 - 1e-12));
        // The bound from which convergence follows: half the slope times the shorter of two ways.
        const flat = Math.hypot(...g) / Math.max(...symmetricEigen(H).values.map(Math.abs));
        expect(enough).toBeGreaterThanOrEqual(
          0.5 * Math.hypot(...g) * Math.min(radius, flat) * (1 - 1e-12),
        );
      },
      { runs: 200 },
    );
  });

  test("is 0 where g is 0 and H curves up", () => {
    const model = modelOf([Float64Array.of(2, 0), Float64Array.of(0, 1)], new Float64Array(2));
    const { p, decrease } = solve(model, 1);
    expect([...p, decrease].map(Math.abs)).toEqual([0, 0, 0]);
  });

  if (name !== "cauchyStep")
    test("is Newton's step where H is positive definite and the radius allows it", () => {
      forManySeeds((random, n) => {
        const values = Float64Array.from({ length: n }, () => random.uniform(1, 3));
        const H = random.withEigenvalues(values);
        const newton = random.vector(n).map((entry) => entry * 1e-8);
        const g = apply(H, newton).map((entry) => -entry);
        const { p, onBoundary } = solve(modelOf(H, g), 2 * Math.hypot(...newton));
        expect(onBoundary).toBe(false);
        // Conjugate gradients stop at a residual of √‖g‖ ‖g‖.
        const slack = (name === "steihaugStep" ? 1e-3 : 1e-12) * Math.hypot(...newton);
        p.forEach((entry, i) => {
          expect(Math.abs(entry - newton[i]!)).toBeLessThan(slack);
        });
      });
    });
});

describe("the model H = diag(1, 4), g = (4, 4) of the chapter on quasi-Newton methods", () => {
  const model = modelOf([Float64Array.of(1, 0), Float64Array.of(0, 4)], Float64Array.of(4, 4));
  test.each([
    [0.5, [-0.354, -0.354], 2.52],
    [2, [-Math.SQRT2, -Math.SQRT2], 6.31],
    [3, [-2.69, -1.327], 8.93],
    [5, [-4, -1], 10],
  ])("Δ = %d: the dogleg step is %j and promises %d", (radius, expected, decrease) => {
    const step = doglegStep(model, radius);
    expect(step.p[0]).toBeCloseTo(expected[0]!, 3);
    expect(step.p[1]).toBeCloseTo(expected[1]!, 3);
    expect(step.decrease).toBeCloseTo(decrease, 2);
  });

  test("its Cauchy step within a wide radius is (−1.6, −1.6), of length 2.263", () => {
    const { p, onBoundary } = cauchyStep(model, 10);
    expect([p[0]!.toFixed(12), p[1]!.toFixed(12), onBoundary]).toEqual([
      "-1.600000000000",
      "-1.600000000000",
      false,
    ]);
  });
});

describe("where H is not positive definite", () => {
  const H = [Float64Array.of(1, 0), Float64Array.of(0, -1)];

  test("the dogleg is that of H + E, here of diag(1, 1): straight along −g", () => {
    const { p, decrease } = doglegStep(modelOf(H, Float64Array.of(1, 2)), 1);
    expect(p[0]).toBeCloseTo(-1 / Math.sqrt(5), 14);
    expect(p[1]).toBeCloseTo(-2 / Math.sqrt(5), 14);
    // m falls by Σ|gᵢpᵢ| − ½(p₁² − p₂²) = √5 + 0.3.
    expect(decrease).toBeCloseTo(Math.sqrt(5) + 0.3, 14);
  });

  test("and Cauchy's step where that promises more", () => {
    // diag(1, 1) has its bottom at −g; where the true model curves down, −g may go on to the boundary.
    const model = modelOf(H, Float64Array.of(1, 2));
    expect(doglegStep(model, 10)).toEqual(cauchyStep(model, 10));
  });
});

test("with n products Steihaug's step has the whole of a quadratic, and asks for no matrix", () => {
  const H = randomFrom(8).withEigenvalues([1, 2, 3, 4]);
  let products = 0;
  const step = steihaugStep(
    {
      g: randomFrom(9).vector(4),
      h: () => {
        throw new Error("asked for the matrix");
      },
      hv: (v) => {
        products++;
        return apply(H, v);
      },
    },
    100,
  );
  expect(step.onBoundary).toBe(false);
  expect(products).toBeLessThanOrEqual(4);
});

describe("the exact step is the best in the whole ball", () => {
  /** The conditions of Moré and Sorensen, with λ read off the step. */
  function expectOptimal(H: Matrix, g: Vec, radius: number, { p, onBoundary }: ModelStep): void {
    const { values } = symmetricEigen(H);
    const scale = Math.max(...values.map(Math.abs)) * radius + Math.hypot(...g);
    const pull = apply(H, p).map((entry, i) => -entry - g[i]!); // = λp
    const lambda = onBoundary ? inner(pull, p) / inner(p, p) : 0;
    const rest = pull.map((entry, i) => entry - lambda * p[i]!);
    // In the hard case λ is right to 1e-10 of what counts, so that its root is left in the equation.
    expect(Math.hypot(...rest)).toBeLessThan(1e-4 * scale);
    expect(lambda).toBeGreaterThan((-1e-8 * scale) / radius);
    expect(values[0]! + lambda).toBeGreaterThan((-1e-8 * scale) / radius);
    // And in numbers: no other model value is lower than by the part 1e-10 that is allowed.
    const best = bestDecrease(H, g, radius);
    expect(decreaseOf(H, g, p)).toBeGreaterThan(best * (1 - 1e-9) - 1e-14 * scale * radius);
  }

  /** In the axes of H the problem is one equation for λ, solved by halving: another way to the answer. */
  function bestDecrease(H: Matrix, g: Vec, radius: number): number {
    const { values, vectors } = symmetricEigen(H);
    const c = vectors.map((v) => inner(v, g));
    const at = (lambda: number) => c.map((ci, i) => (ci === 0 ? 0 : -ci / (values[i]! + lambda)));
    const value = (y: readonly number[]) =>
      -y.reduce((sum, yi, i) => sum + c[i]! * yi + (values[i]! * yi * yi) / 2, 0);
    if (values[0]! > 0 && Math.hypot(...at(0)) <= radius) return value(at(0));
    let [low, high] = [Math.max(0, -values[0]!), 0];
    high = low + Math.hypot(...g) / radius;
    for (let i = 0; i < 200; i++) {
      const middle = (low + high) / 2;
      if (Math.hypot(...at(middle)) > radius) low = middle;
      else high = middle;
    }
    const y = at(high).map((yi) => (Number.isFinite(yi) ? yi : 0));
    const missing = radius * radius - inner(y, y);
    if (missing > 0) y[0] = Math.sign(y[0]! || 1) * Math.sqrt(missing + y[0]! ** 2);
    const over = Math.max(1, Math.hypot(...y) / radius);
    return value(y.map((yi) => yi / over));
  }

  const kinds: Record<string, (random: Random, n: number) => { H: Matrix; g: Vec }> = {
    "of any curvature": (random, n) => randomModel(random, n),
    "in the hard case, g without a part where H curves down most": (random, n) => {
      const { H, g } = randomModel(random, n);
      const [z] = symmetricEigen(H).vectors;
      const part = inner(g, z!);
      return { H, g: g.map((entry, i) => entry - part * z![i]!) };
    },
    "almost in the hard case": (random, n) => {
      const { H, g } = randomModel(random, n);
      const [z] = symmetricEigen(H).vectors;
      const part = inner(g, z!) * (1 - 1e-7);
      return { H, g: g.map((entry, i) => entry - part * z![i]!) };
    },
    "with g = 0": (random, n) => ({ H: random.symmetric(n), g: new Float64Array(n) }),
    "with a semidefinite H": (random, n) => ({
      H: random.withEigenvalues(Float64Array.from({ length: n }, (_, i) => Math.max(0, i - 1))),
      g: random.vector(n),
    }),
  };
  test.each(Object.entries(kinds))("%s", (_kind, make) => {
    forManySeeds(
      (random, n) => {
        const { H, g } = make(random, n);
        const radius = 10 ** random.uniform(-2, 2);
        expectOptimal(H, g, radius, exactStep(modelOf(H, g), radius));
      },
      { runs: 150 },
    );
  });

  test("by hand, H = diag(−2, 1) and g = (0, 3) in the radius 5: λ = 2, p = (±√24, −1)", () => {
    const H = [Float64Array.of(-2, 0), Float64Array.of(0, 1)];
    const { p, decrease } = exactStep(modelOf(H, Float64Array.of(0, 3)), 5);
    expect(Math.abs(p[0]!)).toBeCloseTo(Math.sqrt(24), 6);
    expect(p[1]).toBeCloseTo(-1, 6);
    expect(decrease).toBeCloseTo(24 + 2.5, 8);
  });

  test("does not walk along a level valley where nothing is to be gained", () => {
    const H = [Float64Array.of(2, 2), Float64Array.of(2, 2)];
    const { p } = exactStep(modelOf(H, Float64Array.of(1e-6, 1e-6)), 100);
    expect(Math.hypot(...p)).toBeLessThan(1e-5);
  });
});

test("from p the boundary is as far along d as Pythagoras says", () => {
  expect(distanceToBoundary(Float64Array.of(3, 0), Float64Array.of(0, 2), 5)).toBe(2);
  expect(distanceToBoundary(Float64Array.of(0, 0), Float64Array.of(0, -4), 5)).toBe(1.25);
  expect(distanceToBoundary(Float64Array.of(3, 0), Float64Array.of(-1, 0), 5)).toBe(8);
  expect(distanceToBoundary(Float64Array.of(5, 0), Float64Array.of(1, 0), 5)).toBe(0);
});
