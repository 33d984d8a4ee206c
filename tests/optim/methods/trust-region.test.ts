import {
  createOracle,
  gauss,
  mulberry32,
  type Objective,
  run,
  type TrustRegionState,
  trustRegion,
} from "@downhill/optim";
import {
  beale,
  bowl,
  chainedRosenbrock,
  monkeySaddle,
  rosenbrock,
  saddleB,
} from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { everyProblem } from "../every-problem.ts";

const close = {
  steps: 3000,
  until: ({ gradientMax }: { gradientMax: number }) => gradientMax <= 1e-8,
};
const subproblems = ["dogleg", "steihaug", "exact"] as const;

describe("evaluations until ‖∇f‖∞ ≤ 1e-8, against those of SciPy's trust-exact", () => {
  const zigzag = (n: number) => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1.2 : 1));
  const spread = Array.from({ length: 100 }, (_, i) => 1e4 ** (i / 99));
  test.each<[string, Objective, readonly number[], number]>([
    ["Rosenbrock's", rosenbrock, zigzag(2), 26],
    ["the chained Rosenbrock, n = 10", chainedRosenbrock(10), zigzag(10), 31],
    ["the chained Rosenbrock, n = 100", chainedRosenbrock(100), zigzag(100), 207],
    ["Beale's", beale, [1, 1], 9],
    ["a quadratic, n = 100, κ = 10⁴", bowl(spread), spread.map(() => 1), 5],
    ["logistic regression, 500 × 50", logisticRegression(500, 50), new Array(50).fill(0), 9],
  ])("%s", (_name, problem, start, scipy) => {
    const { frames, outcome } = run(trustRegion(), problem, start, close);
    expect(outcome.kind).toBe("converged");
    const { calls } = frames.at(-1)!;
    expect(calls.f).toBeLessThanOrEqual(1.1 * scipy);
    expect(calls.g).toBeLessThanOrEqual(scipy);
    expect(calls.h).toBeLessThanOrEqual(scipy);
  });
});

describe.each(subproblems)("%s", (subproblem) => {
  const method = trustRegion({ subproblem });

  test.each(everyProblem)(
    "on %s f never rises, and no step is longer than the radius",
    (_name, problem) => {
      const { frames } = run(method, problem, problem.start, { steps: 60 });
      for (let k = 1; k < frames.length; k++) {
        const [before, after] = [frames[k - 1]!, frames[k]!];
        const rounding = 10 * Number.EPSILON * Math.abs(before.f);
        expect(after.f - before.f).toBeLessThanOrEqual(rounding);
        const length = Math.hypot(...after.x.map((xi, i) => xi - before.x[i]!));
        const lost = Number.EPSILON * Math.hypot(...before.x);
        expect(length).toBeLessThanOrEqual(before.state.radius * (1 + 1e-9) + lost);
      }
    },
  );

  test("the radius follows the ratio: a quarter, the same, or twice", () => {
    const { frames } = run(method, rosenbrock, [-1.2, 1], { steps: 20 });
    for (let k = 1; k < frames.length; k++) {
      const { radius, ratio } = frames[k]!.state;
      const before = frames[k - 1]!.state.radius;
      expect(ratio).toBeGreaterThan(0.15);
      const quarters = Math.log(before / radius) / Math.log(4);
      if (radius > before) expect([radius / before, ratio! > 0.75]).toEqual([2, true]);
      else expect(quarters % 0.5).toBe(0);
    }
  });

  test("one step is one accepted step, however many were tried", () => {
    const oracle = createOracle(rosenbrock);
    let state: TrustRegionState = method.init(oracle, Float64Array.of(-1.2, 1));
    for (let k = 1; k <= 20; k++) {
      state = method.step(oracle, state);
      expect(state.k).toBe(k);
    }
    expect(oracle.calls.f).toBeGreaterThan(21);
    expect(oracle.calls.g).toBe(20);
  });

  test("converges quadratically: on Rosenbrock's the last errors are squared", () => {
    const { frames } = run(method, rosenbrock, [-1.2, 1], close);
    const [before, last] = frames.slice(-2).map(({ gradientNorm }) => gradientNorm);
    expect(last!).toBeLessThan(10 * before! ** 1.5);
  });
});

test("n products per step are all that steihaug asks for", () => {
  const { hessian, start, ...rest } = chainedRosenbrock(10);
  const problem: Objective = {
    ...rest,
    hessianVector: (x, v) =>
      Float64Array.from(hessian(x), (row) => row.reduce((sum, h, i) => sum + h * v[i]!, 0)),
  };
  const { frames } = run(trustRegion({ subproblem: "steihaug" }), problem, start, close);
  expect(frames.at(-1)!.calls.h).toBe(0);
  expect(frames.at(-1)!.gradientMax).toBeLessThanOrEqual(1e-8);
});

describe("saddles", () => {
  test("exact leaves a saddle even from the very point, where the gradient is 0", () => {
    const { frames, outcome } = run(trustRegion(), saddleB, [0, 0], { steps: 40 });
    expect(Math.abs(frames.at(-1)!.x[1]!)).toBeCloseTo(1, 9);
    expect(outcome.kind).toBe("stalled");
  });

  test.each(["dogleg", "steihaug"] as const)(
    "%s stays there, and says what to do",
    (subproblem) => {
      expect(run(trustRegion({ subproblem }), saddleB, [0, 0]).outcome).toEqual({
        kind: "stalled",
        reason: `the gradient is 0, where "${subproblem}" cannot go on. If x may be a saddle, use subproblem "exact"`,
        step: 1,
      });
    },
  );

  test("at the monkey saddle the Hessian is 0 too: nothing to see for any second-order method", () => {
    expect(run(trustRegion(), monkeySaddle, [0, 0]).outcome).toHaveProperty("kind", "stalled");
  });
});

describe("where it ends as stalled", () => {
  test("at a minimum of a quadratic", () => {
    const { outcome } = run(trustRegion(), bowl([1, 2]), [0, 0]);
    expect(outcome).toEqual({
      kind: "stalled",
      reason: "the gradient is 0 and no direction curves down: x is a minimum, or f is flat there",
      step: 1,
    });
  });

  test("where the step is lost in rounding", () => {
    const shifted: Objective = {
      dim: 1,
      value: ([x = 0]) => (x - 1 / 3) ** 2 / 2,
      gradient: ([x = 0]) => Float64Array.of(x - 1 / 3 + 1e-20),
      hessian: () => [Float64Array.of(1)],
    };
    expect(run(trustRegion(), shifted, [1 / 3]).outcome).toHaveProperty(
      "reason",
      "the step is too short to change x: in double precision nothing more is to be gained",
    );
  });

  test("where the gradient is wrong", () => {
    const wrong: Objective = {
      ...bowl([1, 4]),
      gradient: ([x = 0, y = 0]) => Float64Array.of(-x, -4 * y),
    };
    expect(run(trustRegion(), wrong, [1, 1]).outcome).toHaveProperty(
      "reason",
      "no step lowers f, however short. Check the derivatives with checkGradient; if they are right, x is as good as rounding allows",
    );
  });
});

test("a trial where f is not finite is only a step that was too long", () => {
  const logarithm: Objective = {
    dim: 1,
    value: ([x = 0]) => x - Math.log(x),
    gradient: ([x = 0]) => Float64Array.of(1 - 1 / x),
    hessian: ([x = 0]) => [Float64Array.of(1 / x / x)],
  };
  const { frames, outcome } = run(trustRegion({ radius: 50 }), logarithm, [30], close);
  expect(outcome.kind).toBe("converged");
  expect(frames.at(-1)!.x[0]).toBeCloseTo(1, 7);
});

test.each([
  ["the gradient", Number.NaN, 1],
  ["the Hessian", 1, Number.NaN],
] as const)("%s that is not finite ends the run as diverged", (what, slope, bend) => {
  for (const subproblem of subproblems) {
    const method = trustRegion({ subproblem });
    const oracle = createOracle({
      dim: 1,
      value: () => 0,
      gradient: () => Float64Array.of(slope),
      hessian: () => [Float64Array.of(bend)],
    });
    expect(method.step(oracle, method.init(oracle, Float64Array.of(1))).diverged).toBe(what);
  }
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ radius: 0 }, RangeError, "trustRegion: radius must be in (0, ∞), got 0"],
    [{ eta: 0.25 }, RangeError, "trustRegion: eta must be in [0, 0.25), got 0.25"],
    [{ maxRadius: -1 }, RangeError, "trustRegion: maxRadius must be in (0, ∞), got -1"],
    [
      { radius: 2000 },
      RangeError,
      "trustRegion: maxRadius must be at least radius = 2000, got 1000. Give both",
    ],
    [
      { subproblem: "cauchy" },
      RangeError,
      'trustRegion: subproblem must be one of "dogleg", "steihaug", "exact", got "cauchy"',
    ],
    [
      { delta: 1 },
      TypeError,
      'trustRegion: there is no option "delta". The options are subproblem, radius, maxRadius, eta',
    ],
  ])("%#", (options, kind, message) => {
    expect(() => trustRegion(options as never)).toThrow(new kind(message));
  });
});

/** Labels from a random plane with noise; SciPy's trust-exact takes 9 evaluations on this very data. */
function logisticRegression(examples: number, n: number): Objective {
  const normal = gauss(mulberry32(1));
  const penalty = 1e-3;
  const X = Array.from({ length: examples }, () => Float64Array.from({ length: n }, normal));
  const truth = Float64Array.from({ length: n }, normal);
  const score = (row: Float64Array, x: Float64Array) =>
    row.reduce((sum, entry, j) => sum + entry * x[j]!, 0);
  const y = X.map((row) => (score(row, truth) + normal() > 0 ? 1 : 0));
  const chance = (z: number) => 1 / (1 + Math.exp(-z));
  return {
    dim: n,
    value: (x) =>
      X.reduce((sum, row, i) => {
        const z = score(row, x);
        return sum + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i]! * z;
      }, 0) /
        examples +
      (penalty / 2) * score(x, x),
    gradient(x) {
      const g = x.map((entry) => penalty * entry);
      X.forEach((row, i) => {
        const excess = (chance(score(row, x)) - y[i]!) / examples;
        for (let j = 0; j < n; j++) g[j] = g[j]! + excess * row[j]!;
      });
      return g;
    },
    hessian(x) {
      const H = Array.from(x, (_, i) => {
        const row = new Float64Array(n);
        row[i] = penalty;
        return row;
      });
      for (const row of X) {
        const p = chance(score(row, x));
        const weight = (p * (1 - p)) / examples;
        for (let i = 0; i < n; i++)
          for (let j = 0; j < n; j++) H[i]![j] = H[i]![j]! + weight * row[i]! * row[j]!;
      }
      return H;
    },
  };
}
