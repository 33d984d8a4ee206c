import {
  createOracle,
  gaussNewton,
  gaussNewtonModel,
  leastSquares,
  levenbergMarquardt,
  type Objective,
  run,
  vec,
} from "@downhill/optim";
import { bowl, rosenbrock, saddleB } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { everyProblem } from "../every-problem.ts";

/** Rosenbrock's function as a sum of squares. */
const banana = gaussNewtonModel(
  leastSquares({
    dim: 2,
    residuals: ([x = 0, y = 0]) => vec(Math.SQRT2 * 10 * (y - x * x), Math.SQRT2 * (1 - x)),
    jacobian: ([x = 0]) => [vec(-20 * Math.SQRT2 * x, 10 * Math.SQRT2), vec(-Math.SQRT2, 0)],
  }),
);

const close = {
  steps: 500,
  until: ({ gradientMax }: { gradientMax: number }) => gradientMax <= 1e-8,
};

test("solves Rosenbrock's function as least squares, f falling at every step", () => {
  for (const scaling of ["identity", "diagonal"] as const) {
    const { frames, outcome } = run(levenbergMarquardt({ scaling }), banana, [-1.2, 1], close);
    expect(outcome.kind).toBe("converged");
    expect(frames.length).toBeLessThan(40);
    for (let k = 1; k < frames.length; k++) expect(frames[k]!.f).toBeLessThan(frames[k - 1]!.f);
  }
});

test("fits an exponential decay to noiseless data exactly", () => {
  const times = [0, 1, 2, 3, 4, 5];
  const data = times.map((t) => 3 * Math.exp(-0.7 * t));
  const problem = leastSquares({
    dim: 2,
    residuals: ([a = 0, b = 0]) =>
      Float64Array.from(times, (t, i) => a * Math.exp(-b * t) - data[i]!),
    jacobian: ([a = 0, b = 0]) =>
      times.map((t) => vec(Math.exp(-b * t), -t * a * Math.exp(-b * t))),
  });
  const { frames } = run(levenbergMarquardt(), gaussNewtonModel(problem), [1, 0], close);
  expect(frames.at(-1)!.x[0]).toBeCloseTo(3, 8);
  expect(frames.at(-1)!.x[1]).toBeCloseTo(0.7, 8);
  expect(frames.at(-1)!.calls.h).toBe(frames.length - 1);
});

describe("between Gauss–Newton and the gradient", () => {
  const firstStep = (method: ReturnType<typeof levenbergMarquardt>) => {
    const { x } = run(method, banana, [0.8, 0.6], { steps: 1 }).frames[1]!;
    return [x[0]! - 0.8, x[1]! - 0.6];
  };
  const [dx = 0, dy = 0] = (() => {
    const { x } = run(gaussNewton(), banana, [0.8, 0.6], { steps: 1 }).frames[1]!;
    return [x[0]! - 0.8, x[1]! - 0.6];
  })();

  test("as λ → 0 its step is that of Gauss–Newton", () => {
    const [px, py] = firstStep(levenbergMarquardt({ damping: 1e-14 }));
    expect(px).toBeCloseTo(dx, 9);
    expect(py).toBeCloseTo(dy, 9);
  });

  test("as λ → ∞ it is −g/λ: short, and along the steepest slope", () => {
    const damping = 1e7;
    const [px = 0, py = 0] = firstStep(levenbergMarquardt({ damping }));
    const [gx = 0, gy = 0] = banana.gradient(vec(0.8, 0.6));
    expect(px / py / (gx / gy)).toBeCloseTo(1, 5);
    const H = banana.hessian!(vec(0.8, 0.6)).flatMap((row) => [...row]);
    const lambda = damping * Math.sqrt(H.reduce((sum, h) => sum + h * h, 0) / 2);
    expect((-px * lambda) / gx).toBeCloseTo(1, 5);
  });

  test("and the larger λ, the shorter the step", () => {
    const lengths = [1e-6, 1e-2, 1, 100].map((damping) =>
      Math.hypot(...firstStep(levenbergMarquardt({ damping }))),
    );
    for (let i = 1; i < lengths.length; i++) expect(lengths[i]!).toBeLessThan(lengths[i - 1]!);
  });
});

test("λ falls to a third where the model is right, and grows where it is not", () => {
  const { frames } = run(levenbergMarquardt({ damping: 1 }), bowl([1, 25]), [-4, 1], { steps: 12 });
  const lambdas = frames.slice(1).map(({ state }) => state.lambda!);
  // The root mean square of 1 and 25, divided by 3 at each step.
  expect(lambdas[0]).toBeCloseTo(Math.sqrt(626 / 2) / 3, 12);
  for (let k = 1; k < lambdas.length; k++)
    expect(lambdas[k]! / lambdas[k - 1]!).toBeCloseTo(1 / 3, 12);
  // From (−1.2, 1) the whole Gauss–Newton step climbs to f = 2342: λ = 1e-8 · 840 is doubled, …
  const first = run(levenbergMarquardt({ damping: 1e-8 }), banana, [-1.2, 1], { steps: 1 }).frames;
  expect(first[1]!.f).toBeLessThan(first[0]!.f);
  expect(first[1]!.state.lambda!).toBeGreaterThan(1);
});

test("with the scaling diagonal the units of the variables do not matter", () => {
  const units = [1, 1e4] as const;
  const scaled: Objective = {
    dim: 2,
    value: ([u = 0, v = 0]) => banana.value(vec(u, v * units[1])),
    gradient([u = 0, v = 0]) {
      const [gx = 0, gy = 0] = banana.gradient(vec(u, v * units[1]));
      return vec(gx, gy * units[1]);
    },
    hessian: ([u = 0, v = 0]) =>
      banana.hessian!(vec(u, v * units[1])).map((row, i) =>
        row.map((h, j) => h * units[i as 0 | 1] * units[j as 0 | 1]),
      ),
  };
  const method = levenbergMarquardt({ scaling: "diagonal" });
  const plain = run(method, banana, [-1.2, 1], { steps: 10 }).frames;
  const other = run(method, scaled, [-1.2, 1 / units[1]], { steps: 10 }).frames;
  plain.forEach(({ x }, k) => {
    expect(other[k]!.x[0]! / x[0]!).toBeCloseTo(1, 7);
    expect((other[k]!.x[1]! * units[1]) / x[1]!).toBeCloseTo(1, 7);
  });
});

describe("with the true Hessian it is Newton's method, held back", () => {
  test.each(everyProblem)("on %s f never rises", (_name, problem) => {
    const { frames } = run(levenbergMarquardt(), problem, problem.start, { steps: 60 });
    for (let k = 1; k < frames.length; k++)
      expect(frames[k]!.f - frames[k - 1]!.f).toBeLessThanOrEqual(
        10 * Number.EPSILON * Math.abs(frames[k - 1]!.f),
      );
  });

  test("and it gets past an indefinite one", () => {
    const { frames } = run(levenbergMarquardt(), saddleB, [1, 0.1], { steps: 60 });
    expect(Math.abs(frames.at(-1)!.x[1]!)).toBeCloseTo(1, 8);
  });
});

describe("where it ends as stalled", () => {
  test("where the step is lost in rounding", () => {
    const { outcome } = run(levenbergMarquardt(), bowl([1, 2]), [0, 0]);
    expect(outcome).toHaveProperty(
      "reason",
      "the step is too short to change x: in double precision nothing more is to be gained",
    );
  });

  test.each([
    ["away from 0", [1, 1]],
    ["at 0, where no step is too short to see", [0, 0]],
  ])("where the gradient is wrong, %s", (_where, start) => {
    const wrong: Objective = {
      ...rosenbrock,
      value: (x) => Math.hypot(x[0]! - start[0]!, x[1]! - start[1]!),
      gradient: () => vec(1, 1),
    };
    expect(run(levenbergMarquardt(), wrong, start).outcome).toHaveProperty(
      "reason",
      "no step lowers f, however short. Check the derivatives with checkGradient; if they are right, x is as good as rounding allows",
    );
  });
});

test.each([
  ["the gradient", Number.NaN, 1],
  ["the Hessian", 1, Number.NaN],
] as const)("%s that is not finite ends the run as diverged", (what, slope, bend) => {
  const method = levenbergMarquardt();
  const oracle = createOracle({
    dim: 1,
    value: () => 0,
    gradient: () => vec(slope),
    hessian: () => [vec(bend)],
  });
  expect(method.step(oracle, method.init(oracle, vec(1))).diverged).toBe(what);
});

describe("bad arguments are named", () => {
  test.each([
    [{ damping: 0 }, RangeError, "levenbergMarquardt: damping must be in (0, ∞), got 0"],
    [
      { scaling: "none" },
      RangeError,
      'levenbergMarquardt: scaling must be one of "identity", "diagonal", got "none"',
    ],
    [
      { lambda: 1 },
      TypeError,
      'levenbergMarquardt: there is no option "lambda". The options are damping, scaling',
    ],
  ])("%#", (options, kind, message) => {
    expect(() => levenbergMarquardt(options as never)).toThrow(new kind(message));
  });
});
