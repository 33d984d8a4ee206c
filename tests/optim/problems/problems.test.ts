import { readdirSync } from "node:fs";
import {
  checkGradient,
  checkHessian,
  gauss,
  mulberry32,
  norm,
  symmetricEigen,
  type Vec,
} from "@downhill/optim";
import {
  bowl,
  chain,
  chainedRosenbrock,
  chebyquad,
  doubleWell1d,
  extendedRosenbrock,
  helicalValley,
  type Problem,
  penaltyI,
  rosenbrock,
  styblinskiTang,
  trigonometric,
  variablyDimensioned,
} from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { fixtureProblem } from "#src/cli/fixtures/problems.ts";
import definitions from "../../fixtures/problems.json" with { type: "json" };
import { everyProblem } from "../every-problem.ts";
import { symmetricEigenvalues } from "../symmetric-eigenvalues.ts";

/** Twenty points around the start, the same ones at every run of the tests. */
function pointsFor({ start }: Problem): readonly Vec[] {
  const normal = gauss(mulberry32(7));
  return Array.from({ length: 20 }, () => Float64Array.from(start, (x) => x + normal()));
}

/** Points around a point of the plane. */
function circle(x: readonly number[]): readonly Vec[] {
  const radius = 1e-3;
  return Array.from({ length: 12 }, (_, i) => {
    const angle = (Math.PI / 6) * i;
    const around = Float64Array.from(x);
    around[0] = around[0]! + radius * Math.cos(angle);
    around[1] = around[1]! + radius * Math.sin(angle);
    return around;
  });
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
      expect(checkHessian(problem, x)).toMatchObject({ ok: true });
      const H = problem.hessian(x);
      expect(H).toEqual(H.map((_, i) => Float64Array.from(H, (row) => row[i]!)));
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
      if (kind !== "saddle") continue;
      if (lowest !== 0 || highest !== 0) expect(lowest * highest).toBeLessThan(0);
      else {
        // Without curvature, f itself has to be seen above and below.
        const rises = circle(x).map((point) => problem.value(point) - f);
        expect(Math.min(...rises) < 0 && Math.max(...rises) > 0).toBe(true);
      }
    }
  });

  test("convex means that no curvature is negative, and the other way round", () => {
    const points = [
      ...pointsFor(problem).slice(0, problem.dim > 20 ? 2 : 20),
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
    if (problem.window === undefined) return;
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
  const listed = definitions.problems.flatMap(({ id, n, minima }) =>
    minima.map(({ x, f }, i) => [`minimum ${i} of ${id}`, { id, n, x, f }] as const),
  );
  const ofThePackage = listed.filter(([, { id }]) => !/^(quad|logreg)/.test(id));
  test.each(ofThePackage)(
    "%s: no slope, no negative curvature, and f as listed",
    (_name, known) => {
      const problem = fixtureProblem(known).at(1);
      const x = Float64Array.from(known.x);
      const { values } = symmetricEigen(problem.hessian!(x));
      const [lowest, highest] = [values[0]!, values.at(-1)!];
      expect(norm(problem.gradient(x))).toBeLessThan(1e-14 * (1 + norm(x)) * (1 + highest));
      expect(lowest).toBeGreaterThan(-1e-12 * highest);
      expect(Math.abs(problem.value(x) - known.f)).toBeLessThan(
        1e-13 * Math.max(1, Math.abs(known.f)),
      );
    },
  );

  test("families meet where their definitions do", () => {
    const normal = gauss(mulberry32(3));
    for (let i = 0; i < 10; i++) {
      const x = Float64Array.of(normal(), normal());
      for (const twin of [chainedRosenbrock(2), extendedRosenbrock(2)]) {
        expect(twin.value(x)).toBeCloseTo(rosenbrock.value(x), 10);
        expect(norm(twin.gradient(x).map((g, j) => g - rosenbrock.gradient(x)[j]!))).toBeLessThan(
          1e-10,
        );
      }
    }
  });

  test("the angle of the helical valley is that of Moré, Garbow and Hillstrom, not atan2", () => {
    // A third of a turn below the negative axis: θ = 0.5 + 1/6, so that x₃ = 20/3 lies on the helix.
    const x = Float64Array.of(-0.5, -Math.sqrt(3) / 2, 20 / 3);
    expect(helicalValley.value(x)).toBeCloseTo((20 / 3) ** 2, 10);
  });

  test("Chebyshev's nodes integrate all polynomials up to degree n by their plain mean", () => {
    for (const n of [1, 2, 3, 4]) {
      const { x } = chebyquad(n).criticalPoints[0]!;
      for (let power = 0; power <= n; power++) {
        const mean = x.reduce((sum, xj) => sum + xj ** power, 0) / n;
        expect(mean).toBeCloseTo(1 / (power + 1), 14);
      }
    }
    expect(chebyquad(8).criticalPoints).toEqual([]);
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
    [() => chainedRosenbrock(1), "chainedRosenbrock: n must be a whole number, 2 or more, got 1"],
    [() => chebyquad(0), "chebyquad: n must be a whole number, 1 or more, got 0"],
    [() => extendedRosenbrock(3), "extendedRosenbrock: n must be an even number, 2 or more, got 3"],
    [
      () => extendedRosenbrock("4" as never),
      'extendedRosenbrock: n must be an even number, 2 or more, got "4"',
    ],
    [() => penaltyI(0.5), "penaltyI: n must be a whole number, 1 or more, got 0.5"],
    [() => styblinskiTang(0), "styblinskiTang: n must be a whole number, 1 or more, got 0"],
    [() => trigonometric(-1), "trigonometric: n must be a whole number, 1 or more, got -1"],
    [
      () => variablyDimensioned(0),
      "variablyDimensioned: n must be a whole number, 1 or more, got 0",
    ],
  ])("%#: %s", (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});
