import {
  covariances,
  fitGaussianProcess,
  gaussianProcessAt,
  mostLikelyGaussianProcess,
  mulberry32,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

fc.configureGlobal({ seed: 1 });

const kernels = ["rbf", "matern52"] as const;
const raw = { standardize: false } as const;

/** Points of the unit square that are apart, and values there. */
const scattered = (seed: number, count = 8) => {
  const rng = mulberry32(seed);
  const points = Array.from({ length: count }, (_, i) => [(i + rng()) / count, rng()]);
  return { points, values: points.map(() => 10 * rng() - 3) };
};

describe.each(kernels)("the %s covariance", (kernel) => {
  test("is 1 at 0 and falls towards 0", () => {
    const rs = [0, 0.1, 0.5, 1, 2, 4, 8];
    const ks = rs.map(covariances[kernel]);
    expect(ks[0]).toBe(1);
    for (let i = 1; i < ks.length; i++) expect(ks[i]).toBeLessThan(ks[i - 1]!);
    expect(ks.at(-1)).toBeLessThan(1e-5);
  });
});

test("the covariances have their closed forms, and the same slope 0 at 0", () => {
  expect(covariances.rbf(1.5)).toBeCloseTo(Math.exp(-1.125), 15);
  const s = Math.sqrt(5) * 1.5;
  expect(covariances.matern52(1.5)).toBeCloseTo((1 + s + (5 * 1.5 ** 2) / 3) * Math.exp(-s), 15);
  for (const kernel of kernels) expect((1 - covariances[kernel](1e-4)) / 1e-4).toBeLessThan(1e-3);
});

describe.each(kernels)("a process with the %s covariance", (kernel) => {
  test("without noise passes through the data, where σ is 0, and is unsure elsewhere", () => {
    check(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const { points, values } = scattered(seed);
        const process = fitGaussianProcess(points, values, { kernel, lengthScale: 0.2, noise: 0 });
        points.forEach((point, i) => {
          const { mean, sigma } = gaussianProcessAt(process, point);
          expect(Math.abs(mean - values[i]!)).toBeLessThan(1e-6);
          // The root of a rounding error: 1 − 1 is 1e-13 for close points.
          expect(sigma).toBeLessThan(1e-5);
        });
        expect(gaussianProcessAt(process, [3, 3]).sigma).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });

  test("far from all data returns to the prior: mean and spread of the values", () => {
    const { points, values } = scattered(1);
    const { mean, sigma } = gaussianProcessAt(
      fitGaussianProcess(points, values, { kernel, lengthScale: 0.1 }),
      [50, 50],
    );
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - average) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(average, 12);
    expect(sigma).toBeCloseTo(Math.sqrt(variance), 12);
    const plain = fitGaussianProcess(points, values, { kernel, lengthScale: 0.1, ...raw });
    expect(gaussianProcessAt(plain, [50, 50])).toEqual({ mean: 0, sigma: 1 });
  });

  test("from two points has the closed form of two points", () => {
    const [a, b, noise, x] = [0.2, 0.9, 0.05, 0.4];
    const [ya, yb] = [1.3, -0.4];
    const k = (p: number, q: number) => covariances[kernel](Math.abs(p - q) / 0.5);
    const [ka, kb, c, v] = [k(x, a), k(x, b), k(a, b), 1 + noise];
    const det = v * v - c * c;
    const mean = (ka * (v * ya - c * yb) + kb * (v * yb - c * ya)) / det;
    const variance = 1 - (v * ka * ka - 2 * c * ka * kb + v * kb * kb) / det;
    const process = fitGaussianProcess([[a], [b]], [ya, yb], {
      kernel,
      lengthScale: 0.5,
      noise,
      ...raw,
    });
    const prediction = gaussianProcessAt(process, [x]);
    expect(prediction.mean).toBeCloseTo(mean, 14);
    expect(prediction.sigma).toBeCloseTo(Math.sqrt(variance), 14);
    const quadratic = (v * ya * ya - 2 * c * ya * yb + v * yb * yb) / det;
    const logLikelihood = -quadratic / 2 - Math.log(det) / 2 - Math.log(2 * Math.PI);
    expect(process.logMarginalLikelihood).toBeCloseTo(logLikelihood, 13);
  });

  test("of which more is known is nowhere less sure", () => {
    const { points, values } = scattered(5);
    const options = { kernel, lengthScale: 0.3, noise: 1e-4, ...raw };
    const some = fitGaussianProcess(points.slice(0, 5), values.slice(0, 5), options);
    const all = fitGaussianProcess(points, values, options);
    const rng = mulberry32(2);
    for (let i = 0; i < 100; i++) {
      const x = [rng(), rng()];
      const rounding = 1e-12;
      expect(gaussianProcessAt(all, x).sigma).toBeLessThanOrEqual(
        gaussianProcessAt(some, x).sigma + rounding,
      );
    }
  });

  test("fits a + b·values when values are shifted and scaled", () => {
    const { points, values } = scattered(9);
    const options = { kernel, lengthScale: 0.3 };
    const plain = gaussianProcessAt(fitGaussianProcess(points, values, options), [0.4, 0.7]);
    const other = values.map((value) => 100 + 20 * value);
    const turned = gaussianProcessAt(fitGaussianProcess(points, other, options), [0.4, 0.7]);
    expect(turned.mean).toBeCloseTo(100 + 20 * plain.mean, 8);
    expect(turned.sigma).toBeCloseTo(20 * plain.sigma, 8);
  });
});

// Computed by NumPy with the inverse of K + noise·I, and by SciPy's multivariate normal density.
test.each([
  ["rbf", 0.7132347939102155, 0.29587702303459856, -6.791258520487755],
  ["matern52", 0.6042100906804797, 0.3873191000745269, -6.611731909958643],
] as const)(
  "four points with a scale per coordinate, %s: μ = %d, σ = %d, log p = %d",
  (kernel, ...expected: number[]) => {
    const points = [
      [0.1, 0.2],
      [0.5, 0.9],
      [0.8, 0.3],
      [0.35, 0.6],
    ];
    const process = fitGaussianProcess(points, [1, -0.5, 2, 0.3], {
      kernel,
      lengthScale: [0.3, 0.7],
      noise: 0.01,
      ...raw,
    });
    const { mean, sigma } = gaussianProcessAt(process, [0.4, 0.4]);
    [mean, sigma, process.logMarginalLikelihood].forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 12);
    });
  },
);

test("equal values are believed everywhere, on their own scale", () => {
  const { mean, sigma } = gaussianProcessAt(fitGaussianProcess([[0], [1]], [7, 7]), [30]);
  expect(mean).toBe(7);
  expect(sigma).toBeCloseTo(1, 12);
});

test("a process is plain data: a copy predicts the same", () => {
  const { points, values } = scattered(3);
  const process = fitGaussianProcess(points, values, { lengthScale: 0.2 });
  expect(gaussianProcessAt(structuredClone(process), [0.3, 0.3])).toEqual(
    gaussianProcessAt(process, [0.3, 0.3]),
  );
});

describe("the most likely process", () => {
  const grid = Array.from({ length: 25 }, (_, i) => [(i % 5) / 4, Math.floor(i / 5) / 4]);

  test("is at least as likely as any with one length scale of the grid", () => {
    const { points, values } = scattered(4, 12);
    const best = mostLikelyGaussianProcess(points, values);
    for (const lengthScale of [0.05, 0.1, 0.2, 0.4, 0.8, 1.6]) {
      const other = fitGaussianProcess(points, values, { lengthScale });
      expect(best.logMarginalLikelihood).toBeGreaterThanOrEqual(other.logMarginalLikelihood);
    }
  });

  test("gives a coordinate that does not matter a long scale, and one that does a shorter", () => {
    const { lengthScales } = mostLikelyGaussianProcess(
      grid,
      grid.map(([x = 0]) => Math.sin(6 * x)),
    );
    expect(lengthScales[1]).toBe(1.6);
    expect(lengthScales[0]).toBeLessThan(1.6);
  });

  test("finds a shorter scale for a function that changes faster", () => {
    const line = Array.from({ length: 20 }, (_, i) => [i / 19]);
    const scaleFor = (frequency: number) =>
      mostLikelyGaussianProcess(
        line,
        line.map(([x = 0]) => Math.sin(frequency * x)),
        { kernel: "rbf" },
      ).lengthScales[0]!;
    expect(scaleFor(20)).toBeLessThan(scaleFor(4));
  });
});

describe("bad arguments are named, with what came and what to do", () => {
  const fitted = (points: unknown, values: unknown, options: object = {}) =>
    fitGaussianProcess(points as number[][], values as number[], options);
  test.each([
    [
      () => fitted([], []),
      RangeError,
      "fitGaussianProcess: points and values must be lists of the same length, at least 1, got 0 and 0",
    ],
    [
      () => fitted([[0], [1]], [1]),
      RangeError,
      "fitGaussianProcess: points and values must be lists of the same length, at least 1, got 2 and 1",
    ],
    [
      () => fitted([[0], [1, 2]], [1, 2]),
      RangeError,
      "fitGaussianProcess: every point must have 1 coordinates, as the first has, got 2",
    ],
    [
      () => fitted([[0]], [Number.NaN]),
      RangeError,
      "fitGaussianProcess: every value must be a finite number, got NaN. Leave out runs that diverged, or give them the worst finite value",
    ],
    [
      () => fitted([[0], [0]], [1, 2], { noise: 0 }),
      RangeError,
      "fitGaussianProcess: noise must be larger for points as close together as these, got 0. Try 1e-6, or drop repeated points",
    ],
    [
      () => fitted([[0]], [1], { noise: -1 }),
      RangeError,
      "fitGaussianProcess: noise must be in [0, ∞), got -1",
    ],
    [
      () => fitted([[0]], [1], { lengthScale: 0 }),
      RangeError,
      "fitGaussianProcess: lengthScale must be in (0, ∞), got 0",
    ],
    [
      () => fitted([[0]], [1], { lengthScale: [1, 2] }),
      RangeError,
      "fitGaussianProcess: lengthScale must be one number or 1, as many as a point has coordinates, got 2",
    ],
    [
      () => fitted([[0]], [1], { kernel: "matern" }),
      RangeError,
      'fitGaussianProcess: kernel must be one of "rbf", "matern52", got "matern"',
    ],
    [
      () => fitted([[0]], [1], { standardize: 1 }),
      TypeError,
      "fitGaussianProcess: standardize must be true or false, got 1",
    ],
    [
      () => fitted([[0]], [1], { lengthscale: 1 }),
      TypeError,
      'fitGaussianProcess: there is no option "lengthscale". The options are kernel, lengthScale, noise, standardize',
    ],
    [
      () => gaussianProcessAt(fitted([[0]], [1]), [1, 2]),
      RangeError,
      "gaussianProcessAt: x must have 1 coordinates, as the points have, got 2",
    ],
  ] as const)("%s", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
