import {
  backtracking,
  createOracle,
  descend,
  gradientDescent,
  newton,
  newtonDirection,
  type Objective,
  run,
  type Vec,
} from "@downhill/optim";
import { bowl, chain, doubleWell1d, rosenbrock, saddleB } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { forManySeeds } from "../random-matrices.ts";

/** An objective of one variable from f, f′ and f″. */
const line = (
  f: (x: number) => number,
  slope: (x: number) => number,
  bend: (x: number) => number,
): Objective => ({
  dim: 1,
  value: ([x = 0]) => f(x),
  gradient: ([x = 0]) => Float64Array.of(slope(x)),
  hessian: ([x = 0]) => [Float64Array.of(bend(x))],
});

const xs = (problem: Objective, start: number, steps: number) =>
  run(newton(), problem, [start], { steps }).frames.map(({ x }) => x[0]!);

describe("on a quadratic it is done in one step, from anywhere", () => {
  test("at the minimum of every convex bowl", () => {
    forManySeeds((random, n) => {
      const lambdas = Array.from({ length: n }, () => random.uniform(1, 100));
      const problem = bowl(lambdas, n > 1 ? random.uniform(0, 3) : 0);
      const { frames } = run(newton(), problem, random.vector(n), { steps: 1 });
      for (const xi of frames[1]!.x) expect(Math.abs(xi)).toBeLessThan(1e-13);
    });
  });

  test("at the saddle of an indefinite one, and at the top of a dome", () => {
    for (const problem of [bowl([-1, 2], 0.4), bowl([-1, -2])]) {
      const { frames } = run(newton(), problem, [3, -2], { steps: 1 });
      for (const xi of frames[1]!.x) expect(Math.abs(xi)).toBeLessThan(1e-14);
    }
  });

  test("at the end of the chain of 60 masses", () => {
    const problem = chain(60);
    const { frames } = run(newton(), problem, problem.start, { steps: 1 });
    expect(frames[1]!.gradientMax).toBeLessThan(1e-13);
  });
});

test("its path is the same in any linear coordinates: x = Ay leaves it as it is", () => {
  // y ↦ f(Ay) with A = (2 1; 0.5 −3).
  const A = [
    [2, 1],
    [0.5, -3],
  ] as const;
  const forward = ([u = 0, v = 0]: Vec | number[]) => Float64Array.of(2 * u + v, 0.5 * u - 3 * v);
  const turned: Objective = {
    dim: 2,
    value: (y) => rosenbrock.value(forward(y)),
    gradient(y) {
      const [gx = 0, gy = 0] = rosenbrock.gradient(forward(y));
      return Float64Array.of(2 * gx + 0.5 * gy, gx - 3 * gy);
    },
    hessian(y) {
      const H = rosenbrock.hessian(forward(y));
      return [0, 1].map((i) =>
        Float64Array.from([0, 1], (j) => {
          let entry = 0;
          for (const a of [0, 1] as const)
            for (const b of [0, 1] as const)
              entry += A[a][i as 0 | 1] * H[a]![b]! * A[b][j as 0 | 1];
          return entry;
        }),
      );
    },
  };
  const y0 = [(-1.2 * -3 - 1) / -6.5, (2 * 1 - 0.5 * -1.2) / -6.5];
  const straight = run(newton(), rosenbrock, forward(y0), { steps: 6 });
  const bent = run(newton(), turned, y0, { steps: 6 });
  straight.frames.forEach(({ x }, k) => {
    forward(bent.frames[k]!.x).forEach((entry, i) => {
      expect(entry).toBeCloseTo(x[i]!, 7);
    });
  });
});

describe("near a minimum the error is squared", () => {
  test("on x − ln x exactly: 1 − x goes 0.5, 0.25, 0.0625, …", () => {
    const problem = line(
      (x) => x - Math.log(x),
      (x) => 1 - 1 / x,
      (x) => 1 / x / x,
    );
    const errors = xs(problem, 0.5, 5).map((x) => 1 - x);
    for (let k = 1; k < errors.length; k++) expect(errors[k]).toBeCloseTo(errors[k - 1]! ** 2, 14);
  });

  test("on the double well by e′/e² → f‴/2f″", () => {
    const minimum = 1.1309011226299852;
    const errors = xs(doubleWell1d, 1.2, 3).map((x) => x - minimum);
    const third = 24 * minimum;
    const second = 12 * minimum ** 2 - 6;
    expect(errors[2]! / errors[1]! ** 2 / (third / second / 2)).toBeCloseTo(1, 1);
  });

  test("but only shrinks by 2/3 on x⁴, whose minimum has no curvature", () => {
    const problem = line(
      (x) => x ** 4,
      (x) => 4 * x ** 3,
      (x) => 12 * x * x,
    );
    const path = xs(problem, 1, 6);
    for (let k = 1; k < path.length; k++) expect(path[k]! / path[k - 1]!).toBeCloseTo(2 / 3, 14);
  });
});

describe("far away", () => {
  test("on Rosenbrock's function f is 24.2, 4.73, 1411.8, 0.056, 0.313, 1.9e-11, 3e-20", () => {
    const { frames } = run(newton(), rosenbrock, [-1.2, 1], { steps: 6 });
    const f = frames.map((frame) => frame.f);
    expect(f[1]).toBeCloseTo(4.73, 2);
    expect(f[2]).toBeCloseTo(1411.8, 1);
    expect(f[3]).toBeCloseTo(0.056, 3);
    expect(f[4]).toBeCloseTo(0.313, 3);
    expect(f[5]! * 1e11).toBeCloseTo(1.9, 1);
    expect(f[6]).toBeLessThan(1e-19);
  });

  test("on √(1 + x²), convex as it is, x becomes −x³", () => {
    const problem = line(
      (x) => Math.sqrt(1 + x * x),
      (x) => x / Math.sqrt(1 + x * x),
      (x) => (1 + x * x) ** -1.5,
    );
    for (const start of [0.9, 1.1]) {
      const path = xs(problem, start, 4);
      for (let k = 1; k < path.length; k++)
        expect(path[k]! / -(path[k - 1]! ** 3)).toBeCloseTo(1, 9);
    }
  });

  test.each([
    [2, 1.1309],
    [1, 1.1309],
    [0.8, 1.1309],
    [0.7, -1.3008],
    [0.5, 0.1699],
    [0, 0.1699],
    [-0.5, -1.3008],
  ])("in the double well %d goes to %d, be it the maximum", (start, end) => {
    expect(xs(doubleWell1d, start, 40).at(-1)).toBeCloseTo(end, 4);
  });

  test.each([
    [0.1, 0],
    [0.44, 0],
    [0.5, -1],
  ])("from (1, %d) it ends at y = %d: saddles attract up to |y| = 1/√5", (y, end) => {
    const { frames } = run(newton(), saddleB, [1, y], { steps: 60 });
    expect(frames.at(-1)!.x[1]).toBeCloseTo(end, 10);
  });
});

describe("damped and modified", () => {
  test.each(["damped", "modified"] as const)(
    "%s: f falls at every step on Rosenbrock's",
    (variant) => {
      const { frames } = run(newton({ variant }), rosenbrock, [-1.2, 1], {
        until: ({ gradientMax }) => gradientMax <= 1e-8,
        steps: 40,
      });
      expect(frames.at(-1)!.gradientMax).toBeLessThanOrEqual(1e-8);
      for (let k = 1; k < frames.length; k++) expect(frames[k]!.f).toBeLessThan(frames[k - 1]!.f);
    },
  );

  test("modified goes downhill from beside a saddle, and its steps are Newton's near a minimum", () => {
    const { frames } = run(newton({ variant: "modified" }), saddleB, [1, 0.1], { steps: 30 });
    expect(Math.abs(frames.at(-1)!.x[1]!)).toBeCloseTo(1, 10);
    const near = [0.1, 0.9];
    const modified = run(newton({ variant: "modified" }), saddleB, near, { steps: 1 }).frames[1]!;
    const pure = run(newton(), saddleB, near, { steps: 1 }).frames[1]!;
    expect(modified.stepLength).toBe(1);
    modified.x.forEach((xi, i) => {
      expect(xi).toBeCloseTo(pure.x[i]!, 14);
    });
  });

  test("as a direction for descend it is the modified one", () => {
    const options = { steps: 12 };
    const search = backtracking();
    const ours = run(
      newton({ variant: "modified", lineSearch: search }),
      rosenbrock,
      [-1.2, 1],
      options,
    );
    const composed = run(descend(newtonDirection(), search), rosenbrock, [-1.2, 1], options);
    expect(composed.frames.map(({ x }) => x)).toEqual(ours.frames.map(({ x }) => x));
  });
});

describe("where it cannot go on it says why, and what to do", () => {
  const reason = (method: ReturnType<typeof newton>, problem: Objective, start: number[]) => {
    const { outcome } = run(method, problem, start, { steps: 50 });
    return outcome.kind === "stalled" ? outcome.reason : outcome.kind;
  };

  test("a singular Hessian", () => {
    expect(reason(newton(), bowl([0, 2, 7], 1), [1, 1, 1])).toMatch(
      /^the Hessian must not be singular, got the pivot -?\d\.\de?-?\d* in its elimination\. Use variant "modified", trustRegion\(\), or another start$/,
    );
    expect(reason(newton({ variant: "damped" }), bowl([0, 1]), [1, 1])).toContain(
      "got the pivot 0.0",
    );
    expect(reason(newton({ variant: "modified" }), bowl([0, 1]), [1, 1])).not.toContain("singular");
  });

  test("a direction that leads uphill", () => {
    expect(reason(newton({ variant: "damped" }), saddleB, [1e-9, 0.1])).toBe(
      'the slope along d must be below 0, got 0.010: H is not positive definite here. Use variant "modified", or trustRegion()',
    );
  });

  test("a gradient of 0", () => {
    expect(reason(newton({ variant: "modified" }), saddleB, [0, 0])).toBe(
      "the gradient is 0: x is a minimum, a saddle or a maximum",
    );
  });

  test("derivatives that are not finite end the run as diverged", () => {
    const method = newton();
    const bad = (gradient: number, hessian: number) => {
      const oracle = createOracle(
        line(
          (x) => x,
          () => gradient,
          () => hessian,
        ),
      );
      return method.step(oracle, method.init(oracle, Float64Array.of(1))).diverged;
    };
    expect(bad(Number.NaN, 1)).toBe("the gradient");
    expect(bad(1, Number.POSITIVE_INFINITY)).toBe("the Hessian");
  });

  test("an objective without a Hessian", () => {
    const { hessian: _, ...bare } = rosenbrock;
    expect(() => run(newton(), bare, [0, 0])).toThrow(
      "oracle: this objective has no Hessian. Give it a hessian(x), or use a method of order 1",
    );
    expect(() =>
      run(gradientDescent({ learningRate: 1e-3 }), bare, [0, 0], { steps: 1 }),
    ).not.toThrow();
  });
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [
      { variant: "quick" },
      RangeError,
      'newton: variant must be one of "pure", "damped", "modified", got "quick"',
    ],
    [
      { lineSearch: backtracking() },
      RangeError,
      'newton: lineSearch needs variant "damped" or "modified", got "pure". Leave one of the two out',
    ],
    [
      { variant: "damped", lineSearch: 0.5 },
      TypeError,
      "newton: lineSearch must be a line search such as strongWolfe(), got 0.5",
    ],
    [
      { step: 1 },
      TypeError,
      'newton: there is no option "step". The options are variant, lineSearch',
    ],
  ])("%#", (options, kind, message) => {
    expect(() => newton(options as never)).toThrow(new kind(message));
  });
});
