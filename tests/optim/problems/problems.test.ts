import { readdirSync } from "node:fs";
import { checkGradient, gauss, mulberry32, numericGradient, type Vec } from "@downhill/optim";
import { bowl, chain, doubleWell1d, type Problem, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import derivatives from "../../fixtures/D_derivatives.json" with { type: "json" };
import { everyProblem } from "../every-problem.ts";
import { symmetricEigenvalues } from "../symmetric-eigenvalues.ts";

/** Twenty points around the start, the same ones at every run of the tests. */
function pointsFor({ start }: Problem): readonly Vec[] {
  const normal = gauss(mulberry32(7));
  return Array.from({ length: 20 }, () => Float64Array.from(start, (x) => x + normal()));
}

test("every problem file is in the list of problems that the shared tests use", () => {
  const files = readdirSync(new URL("../../../src/optim/src/problems/", import.meta.url))
    .filter((file) => !["index.ts", "problem.ts"].includes(file))
    .map((file) => file.replace(".ts", "").replace(/-(.)/g, (_, letter) => letter.toUpperCase()));
  const listed = new Set(everyProblem.map(([, problem]) => problem.id));
  expect([...listed].sort()).toEqual(files.sort());
});

describe.each(everyProblem)("%s declares the truth", (_name, problem) => {
  test("its gradient agrees with central differences", () => {
    for (const x of pointsFor(problem))
      expect(checkGradient(problem, x)).toMatchObject({ ok: true });
  });

  test("gradientInto writes what gradient returns, and reads nothing of what was there", () => {
    for (const x of pointsFor(problem)) {
      const out = new Float64Array(problem.dim).fill(Number.NaN);
      problem.gradientInto(x, out);
      expect(out).toEqual(problem.gradient(x));
    }
  });

  test("its Hessian is symmetric and agrees with differences of the gradient", () => {
    for (const x of pointsFor(problem)) {
      const H = problem.hessian(x);
      const scale = Math.max(1, ...H.flatMap((row) => [...row].map(Math.abs)));
      for (let i = 0; i < problem.dim; i++) {
        const row = numericGradient((at) => problem.gradient(at)[i]!, x);
        for (let j = 0; j < problem.dim; j++) {
          expect(H[i]![j]).toBe(H[j]![i]);
          expect(Math.abs(H[i]![j]! - row[j]!)).toBeLessThan(1e-6 * scale);
        }
      }
    }
  });

  test("evaluating changes no point", () => {
    const x = Float64Array.from(problem.start);
    problem.value(x);
    problem.gradient(x);
    problem.hessian(x);
    expect(x).toEqual(Float64Array.from(problem.start));
  });

  test("its critical points have the declared value and kind, and no slope", () => {
    for (const { x, f, kind } of problem.criticalPoints) {
      const at = Float64Array.from(x);
      const curvatures = symmetricEigenvalues(problem.hessian(at));
      // The coordinates are right to 1e-14, which the curvature turns into slope.
      const slack = 1e-13 * Math.max(1, ...curvatures.map(Math.abs));
      expect(Math.max(...problem.gradient(at).map(Math.abs))).toBeLessThan(slack);
      expect(Math.abs(problem.value(at) - f)).toBeLessThan(1e-12 * Math.max(1, Math.abs(f)));
      const [lowest, highest] = [curvatures[0]!, curvatures.at(-1)!];
      if (kind === "minimum") expect(lowest).toBeGreaterThan(-1e-9);
      if (kind === "maximum") expect(highest).toBeLessThan(1e-9);
      if (kind === "saddle") expect(lowest * highest).toBeLessThan(0);
    }
  });

  test("convex means that no curvature is negative, and the other way round", () => {
    const points = [
      ...pointsFor(problem),
      ...problem.criticalPoints.map(({ x }) => Float64Array.from(x)),
    ];
    const lowest = Math.min(...points.map((x) => symmetricEigenvalues(problem.hessian(x))[0]!));
    expect(lowest > -1e-9).toBe(problem.convex);
  });

  test("μ and L, where declared, are the smallest and the largest curvature", () => {
    const curvatures = symmetricEigenvalues(problem.hessian(Float64Array.from(problem.start)));
    const [lowest, highest] = [curvatures[0]!, curvatures.at(-1)!];
    if (problem.mu !== undefined) expect(problem.mu).toBeCloseTo(lowest, 12);
    if (problem.L !== undefined)
      expect(problem.L).toBeCloseTo(Math.max(Math.abs(lowest), Math.abs(highest)), 12);
  });

  test("its start and its minima lie in its window", () => {
    if (problem.dim > 2) return;
    const { window } = problem;
    const minima = problem.criticalPoints.filter(({ kind }) => kind === "minimum");
    for (const x of [problem.start, ...minima.map((point) => point.x)]) {
      const second = problem.dim === 1 ? problem.value(Float64Array.from(x)) : x[1]!;
      expect(x[0]! >= window.x[0] && x[0]! <= window.x[1]).toBe(true);
      expect(problem.id === "bowl" || (second >= window.y[0] && second <= window.y[1])).toBe(true);
    }
  });
});

describe("values from elsewhere", () => {
  const ours = new Set(everyProblem.map(([name]) => name));
  const cases = derivatives.cases
    .filter(({ problem }) => ours.has(problem))
    .map((entry) => [entry.id, entry] as const);
  test.each(cases)("%s: f, gradient and Hessian as PyTorch's autograd has them", (_id, entry) => {
    const problem = everyProblem.find(([name]) => name === entry.problem)![1];
    const x = Float64Array.from(entry.x);
    const hessian = entry.hessian!;
    const largest = (numbers: readonly number[]) => Math.max(...numbers.map(Math.abs));
    // The file's own tolerances.
    expect(Math.abs(problem.value(x) - entry.f)).toBeLessThanOrEqual(
      1e-11 * Math.max(1e-3, Math.abs(entry.f)),
    );
    problem.gradient(x).forEach((slope, i) => {
      const spread = hessian[i]!.reduce((sum, h, j) => sum + Math.abs(h * x[j]!), 0);
      const tolerance = 1e-11 * largest(entry.gradient) + 1e-13 * spread;
      expect(Math.abs(slope - entry.gradient[i]!)).toBeLessThanOrEqual(tolerance);
    });
    problem.hessian(x).forEach((row, i) => {
      row.forEach((h, j) => {
        expect(Math.abs(h - hessian[i]![j]!)).toBeLessThanOrEqual(1e-11 * largest(hessian.flat()));
      });
    });
  });

  test("the double well has the syllabus's three points", () => {
    const [left, top, right] = doubleWell1d.criticalPoints;
    expect(left!.x[0]).toBeCloseTo(-1.30084, 5);
    expect(top!.x[0]).toBeCloseTo(0.16994, 5);
    expect(right!.x[0]).toBeCloseTo(1.1309, 5);
    expect([left!.f, top!.f, right!.f].map((f) => Number(f.toFixed(5)))).toEqual([
      -3.51391, 0.08414, -1.07023,
    ]);
  });

  test("Rosenbrock's condition number at its minimum is 2508", () => {
    const [mu, L] = symmetricEigenvalues(rosenbrock.hessian(Float64Array.of(1, 1)));
    expect(L! / mu!).toBeCloseTo(2508, 0);
  });

  test("chain(60) has L = 3.9973, μ = 0.00265 and κ = 1507", () => {
    const { mu = 0, L = 0 } = chain(60);
    expect(L).toBeCloseTo(3.9973, 4);
    expect(mu).toBeCloseTo(0.00265, 5);
    expect(L / mu).toBeCloseTo(1507, 0);
  });

  test("an angle turns the bowl's axes anticlockwise", () => {
    const turned = bowl([1, 25], Math.PI / 6);
    const flat = Float64Array.of(Math.cos(Math.PI / 6), Math.sin(Math.PI / 6));
    expect(turned.value(flat)).toBeCloseTo(0.5, 14);
    expect(turned.value(Float64Array.of(-flat[1]!, flat[0]!))).toBeCloseTo(12.5, 13);
  });
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [
      () => bowl([]),
      "bowl: lambdas must be a list of at least one curvature such as [1, 25], got a list",
    ],
    [
      () => bowl(7 as never),
      "bowl: lambdas must be a list of at least one curvature such as [1, 25], got 7",
    ],
    [() => bowl([1, Number.NaN]), "bowl: every lambda must be a finite number, got NaN"],
    [() => bowl([1, 2], Number.NaN), "bowl: angle must be a finite number of radians, got NaN"],
    [
      () => bowl([1], 1),
      "bowl: an angle needs at least two curvatures, got 1. Leave the angle out",
    ],
    [() => chain(2.5), "chain: n must be a whole number, 1 or more, got 2.5"],
    [() => chain(0), "chain: n must be a whole number, 1 or more, got 0"],
  ])("%#: %s", (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});
