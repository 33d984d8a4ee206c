import {
  type Before,
  backtracking,
  createOracle,
  type Direction,
  descend,
  dot,
  exactQuadratic,
  gradientDescent,
  type LineSearch,
  lineSearch,
  minimize,
  momentum,
  momentumDirection,
  noisy,
  nonlinearCgDirection,
  norm,
  type Objective,
  run,
  sameDecrease,
  steepestDescent,
  strongWolfe,
  type Vec,
  vec,
} from "@downhill/optim";
import { bowl, dunes, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

/** The exact minimizer along d on a quadratic: α = −gᵀd / dᵀHd. */
const exact: LineSearch = {
  name: "exact",
  search(oracle, x, d) {
    const curvature = dot(d, oracle.hv(x, d));
    return curvature > 0 ? -dot(oracle.g(x), d) / curvature : "no curvature along d";
  },
};

/** Newton's direction for two variables: d = −H⁻¹g. */
const newton: Direction<null> = {
  name: "newton",
  order: 2,
  init: () => null,
  next({ g, h }) {
    const [[a, b], [, c]] = h() as unknown as [[number, number], [number, number]];
    const [p, q] = g as unknown as [number, number];
    const det = a * c - b * b;
    return { d: Float64Array.of((b * q - c * p) / det, (b * p - a * q) / det), memory: null };
  },
};

test("steepest descent with a fixed step is gradient descent, bit for bit", () => {
  const ours = run(descend(steepestDescent, 0.02), dunes, dunes.start, { steps: 50 });
  const theirs = run(gradientDescent({ learningRate: 0.02 }), dunes, dunes.start, { steps: 50 });
  expect(ours.frames.map(({ x }) => x)).toEqual(theirs.frames.map(({ x }) => x));
});

test("momentum's direction with a number or a schedule is momentum", () => {
  const schedule = (k: number) => 0.02 / k;
  for (const step of [0.02, schedule]) {
    const ours = run(descend(momentumDirection({ beta: 0.8 }), step), dunes, dunes.start, {
      steps: 50,
    });
    const theirs = run(momentum({ learningRate: step, beta: 0.8 }), dunes, dunes.start, {
      steps: 50,
    });
    expect(ours.frames.map(({ x }) => x)).toEqual(theirs.frames.map(({ x }) => x));
    expect(ours.frames[3]!.stepLength).toBe(theirs.frames[3]!.stepLength);
  }
});

test("a line search takes the place of the number: exact steepest descent on the bowl", () => {
  // Its worst case: from (κ, 1) every step multiplies both coordinates by ±(κ − 1)/(κ + 1).
  const { frames } = run(descend(steepestDescent, exact), bowl([1, 25]), [25, 1], { steps: 3 });
  const rate = 24 / 26;
  expect(frames[3]!.x[0]).toBeCloseTo(25 * rate ** 3, 12);
  expect(frames[3]!.x[1]).toBeCloseTo((-rate) ** 3, 12);
});

test("a direction may ask for the Hessian: Newton solves a quadratic in one step", () => {
  const { frames } = run(descend(newton, 1), bowl([1, 25], 0.4), [-4, 1], { steps: 1 });
  expect(Math.hypot(...frames[1]!.x)).toBeLessThan(1e-14);
  expect(frames[1]!.calls).toEqual({ f: 0, g: 1, h: 1, hv: 0 });
  expect(descend(newton, 1).order).toBe(2);
});

test("a line search that finds no step stalls the run, with its reason", () => {
  const trace = run(descend(steepestDescent, exact), bowl([-1, -2]), [1, 1]);
  expect(trace.outcome).toEqual({ kind: "stalled", reason: "no curvature along d", step: 1 });
  expect(trace.frames.length).toBe(1);
});

describe("where a search finds no step, the direction forgets and is asked again", () => {
  /** Turns away from −g further at every step. */
  const stubborn: Direction<number> = {
    name: "stubborn",
    order: 1,
    init: () => 0,
    next: ({ g }, steps) => ({ d: g.map((slope) => (steps - 1) * slope), memory: steps + 1 }),
  };

  test("and that step is taken, from the memory of a beginner", () => {
    const { frames } = run(descend(stubborn, exactUphillRefused), bowl([1, 25]), [-4, 1], {
      steps: 3,
    });
    expect(frames.map(({ state }) => state.memory)).toEqual([0, 1, 1, 1]);
    const plain = run(descend(steepestDescent, exact), bowl([1, 25]), [-4, 1], { steps: 3 });
    expect(frames.map(({ x }) => x)).toEqual(plain.frames.map(({ x }) => x));
  });

  test("and the run stalls if that does not help either", () => {
    const heard: number[] = [];
    const refusing: LineSearch = {
      name: "refusing",
      search(_oracle, _x, d) {
        heard.push(d[0]!);
        return heard.length === 1 ? 0.01 : `refused ${heard.length}`;
      },
    };
    const { outcome } = run(descend(stubborn, refusing), bowl([1]), [1]);
    expect(outcome).toEqual({ kind: "stalled", reason: "refused 3", step: 2 });
    expect(heard).toEqual([-1, 0, -0.99]);
  });

  test("but not if it would only say the same again", () => {
    let searches = 0;
    const counting: LineSearch = {
      name: "counting",
      search() {
        searches++;
        return "no";
      },
    };
    run(descend(momentumDirection(), counting), bowl([1]), [1]);
    expect(searches).toBe(1);
  });

  const exactUphillRefused: LineSearch = {
    name: "exact",
    search: (oracle, x, d, before) =>
      dot(oracle.g(x), d) < 0 ? exact.search(oracle, x, d, before) : "uphill",
  };
});

test("a gradient that is not finite ends the run before it is used", () => {
  const method = descend(steepestDescent, 0.1);
  const broken = createOracle({ ...bowl([1]), gradient: () => vec(Number.NaN) });
  expect(method.step(broken, method.init(broken, vec(1)))).toMatchObject({
    k: 0,
    diverged: "the gradient",
  });
});

describe("in place", () => {
  const inPlaceDescent: Direction<null> = {
    ...steepestDescent,
    inPlace: () => (d, _x, g) => {
      for (let i = 0; i < d.length; i++) d[i] = -g[i]!;
    },
  };

  test.each([
    ["a number", 0.001],
    ["a schedule", (k: number) => 0.002 / k],
    ["backtracking", backtracking({ interpolate: true })],
    ["strongWolfe", strongWolfe({ c2: 0.1, firstTrial: sameDecrease() })],
    ["exactQuadratic", exactQuadratic],
  ])("with %s it takes the pure steps, bit for bit", (_name, step) => {
    const method = descend(inPlaceDescent, step);
    for (const problem of [rosenbrock, bowl([1, 25], 0.4)]) {
      const { frames } = run(method, problem, problem.start, { steps: 40 });
      const work = method.inPlace!(vec(problem.start));
      for (const { k, x } of frames) {
        if (k > 0) expect(work.advance(problem, k)).toBe(undefined);
        expect(work.x).toEqual(x);
      }
    }
  });

  test("is offered only where both the direction and the search can", () => {
    expect(descend(steepestDescent, 0.1).inPlace).toBe(undefined);
    expect(descend(inPlaceDescent, exact).inPlace).toBe(undefined);
  });

  test("evaluates f and ∇f once at each point, and hands out the gradient that it knows", () => {
    const seen: string[] = [];
    const watched: Objective = {
      ...rosenbrock,
      value(x) {
        seen.push(`f ${x}`);
        return rosenbrock.value(x);
      },
      gradientInto(x, out) {
        seen.push(`g ${x}`);
        rosenbrock.gradientInto(x, out);
      },
    };
    const work = descend(inPlaceDescent, strongWolfe()).inPlace!(vec(-1.2, 1));
    expect(work.g).toBe(undefined);
    for (let k = 1; k <= 20; k++) {
      work.advance(watched, k);
      expect(work.g).toEqual(rosenbrock.gradient(work.x));
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("looks anew at the start of every iteration of a stochastic objective", () => {
    const stormy = noisy(bowl([1, 25]), { sigma: 0.3, seed: 4 });
    const method = descend(inPlaceDescent, backtracking());
    const { frames } = run(method, stormy, [-4, 1], { steps: 15 });
    const work = method.inPlace!(vec(-4, 1));
    for (const { k, x } of frames) {
      if (k > 0) work.advance(stormy.at(k), k);
      expect(work.x).toEqual(x);
    }
  });

  test("forgets as the pure steps do where a search finds no step", () => {
    let searches = 0;
    const fussy: LineSearch = lineSearch("fussy", () => (++searches % 3 === 2 ? "no" : 0.01));
    const pure = run(descend(nonlinearCgDirection(), fussy), rosenbrock, [-1.2, 1], { steps: 8 });
    searches = 0;
    const work = descend(nonlinearCgDirection(), fussy).inPlace!(vec(-1.2, 1));
    for (const { k, x } of pure.frames) {
      if (k > 0) work.advance(rosenbrock, k);
      expect(work.x).toEqual(x);
    }
  });

  test("says how it ends, and leaves x where it was", () => {
    const ending = (objective: Objective, step: number | LineSearch) => {
      const work = descend(inPlaceDescent, step).inPlace!(vec(3));
      const end = work.advance(objective, 1);
      expect(work.x).toEqual(vec(3));
      return end;
    };
    const broken = { ...bowl([1]), gradientInto: (_x: Vec, out: Vec) => out.fill(Number.NaN) };
    expect(ending(broken as never, 1)).toEqual({ diverged: "the gradient" });
    expect(ending(bowl([1e200]), 1e200)).toEqual({ diverged: "x" });
    expect(ending(bowl([-1]), exactQuadratic)).toEqual({
      stalled: expect.stringMatching(/^exactQuadratic: the curvature/),
    });
  });

  test("an objective without gradientInto will do", () => {
    const { gradientInto: _, ...plain } = rosenbrock;
    const method = descend(inPlaceDescent, strongWolfe());
    expect(minimize(method, plain, [-1.2, 1], { steps: 9 })).toEqual(
      minimize(method, rosenbrock, [-1.2, 1], { steps: 9 }),
    );
  });
});

test("the line search is told the step length, the slope, and f if it was evaluated, of the step before", () => {
  const told: (Before | undefined)[] = [];
  const listening: LineSearch = {
    name: "listening",
    search(_oracle, _x, _d, before) {
      told.push(before);
      return 1e-4;
    },
  };
  run(descend(steepestDescent, listening), rosenbrock, [-1.2, 1], { steps: 2 });
  const slope = -(norm(rosenbrock.gradient(vec(-1.2, 1))) ** 2);
  expect(told).toEqual([undefined, { stepLength: 1e-4, slope: expect.closeTo(slope, 6) }]);

  told.length = 0;
  const looking = lineSearch("looking", (line, before) => {
    told.push(before);
    line.value(0);
    return 1e-4;
  });
  run(descend(steepestDescent, looking), rosenbrock, [-1.2, 1], { steps: 2 });
  const f = rosenbrock.value(vec(-1.2, 1));
  expect(told[1]).toEqual({ stepLength: 1e-4, slope: expect.closeTo(slope, 6), f });
});

test("its state is plain data: a copy continues to the same point", () => {
  const method = descend(momentumDirection(), 0.02);
  const { frames } = run(method, dunes, dunes.start, { steps: 10 });
  const again = run(
    { ...method, init: () => structuredClone(frames[5]!.state) },
    dunes,
    dunes.start,
    { steps: 10 },
  );
  expect(again.frames.at(-1)!.x).toEqual(frames[10]!.x);
});

describe("bad arguments are named", () => {
  test.each([
    [
      () => descend(steepestDescent, "0.1" as never),
      TypeError,
      'descend: step must be a number in [0, ∞), a schedule k => α or a line search, got "0.1"',
    ],
    [
      () => descend(steepestDescent, {} as never),
      TypeError,
      "descend: step must be a number in [0, ∞), a schedule k => α or a line search, got an object",
    ],
    [() => descend(steepestDescent, -1), RangeError, "descend: step must be in [0, ∞), got -1"],
    [
      () =>
        run(
          descend(steepestDescent, (k) => (k < 3 ? 0.1 : Number.NaN)),
          bowl([1]),
          [1],
        ),
      RangeError,
      "descend: the step length of step 3 must be in [0, ∞), got NaN",
    ],
    [
      () => descend(undefined as never, 0.1),
      TypeError,
      "descend: direction must be one such as steepestDescent or bfgsDirection(), got undefined",
    ],
    [
      () => momentumDirection({ bta: 0.1 } as never),
      TypeError,
      'momentumDirection: there is no option "bta". The options are beta',
    ],
    [
      () => momentumDirection({ beta: 1 }),
      RangeError,
      "momentumDirection: beta must be in [0, 1), got 1",
    ],
  ])("%#", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
