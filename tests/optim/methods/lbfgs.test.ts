import {
  bfgs,
  bfgsDirection,
  bfgsKernel,
  type CurvaturePair,
  type DescentState,
  descend,
  dot,
  exactQuadratic,
  gauss,
  type LbfgsMemory,
  lbfgs,
  lbfgsDirection,
  minimize,
  mulberry32,
  noisy,
  run,
  sameDecrease,
  strongWolfe,
  twoLoopKernel,
  type Vec,
  vec,
} from "@downhill/optim";
import { bowl, chainedRosenbrock, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { randomQuadratic } from "./random-quadratic.ts";

/** Pairs with positive curvature in n variables. */
function randomPairs(count: number, n: number): readonly CurvaturePair[] {
  const normal = gauss(mulberry32(11));
  return Array.from({ length: count }, () => {
    const delta = Float64Array.from({ length: n }, normal);
    const y = delta.map((entry) => 2 * entry + 0.3 * normal());
    return { delta, y, rho: 1 / dot(delta, y) };
  });
}

describe("the two loops", () => {
  test.each([0, 1, 3, 8])("with %d pairs give −Bg with the B of as many BFGS updates", (count) => {
    const n = 6;
    const pairs = randomPairs(count, n);
    const g = Float64Array.from({ length: n }, gauss(mulberry32(5)));
    const gamma = 0.4;
    const B = Array.from({ length: n }, (_, i) =>
      Float64Array.from({ length: n }, (_, j) => (i === j ? gamma : 0)),
    );
    for (const { delta, y, rho } of pairs) bfgsKernel(B, delta, y, rho, new Float64Array(n));
    const d = new Float64Array(n);
    twoLoopKernel(d, g, pairs, gamma, new Float64Array(count));
    d.forEach((entry, i) => {
      expect(entry).toBeCloseTo(-dot(B[i]!, g), 12);
    });
  });

  test("for one variable divide by the newest curvature, whatever came before", () => {
    const pairs = [
      { delta: vec(1), y: vec(5), rho: 1 / 5 },
      { delta: vec(2), y: vec(6), rho: 1 / 12 },
    ];
    const d = vec(0);
    twoLoopKernel(d, vec(12), pairs, 77, vec(0, 0));
    expect(d[0]).toBeCloseTo(-4, 12);
  });

  test("satisfy the secant equation of the newest pair", () => {
    for (const n of [4, 5]) {
      const pairs = randomPairs(3, n);
      const { delta, y } = pairs.at(-1)!;
      const d = new Float64Array(n);
      twoLoopKernel(d, y, pairs, 0.3, new Float64Array(3));
      d.forEach((entry, i) => {
        expect(entry).toBeCloseTo(-delta[i]!, 12);
      });
    }
  });
});

test("while it forgets nothing, and from the same I, it is BFGS", () => {
  const search = strongWolfe({ firstTrial: sameDecrease({ largest: 1 }) });
  const problem = chainedRosenbrock(6);
  const full = run(bfgs(), problem, problem.start, { steps: 25 }).frames;
  const limited = run(
    descend(lbfgsDirection({ memory: 25, scaling: "none" }), search),
    problem,
    problem.start,
    { steps: 25 },
  ).frames;
  full.forEach(({ x }, k) => {
    x.forEach((xi, i) => {
      expect(Math.abs(xi - limited[k]!.x[i]!)).toBeLessThan(1e-7);
    });
  });
});

test("with exact steps on a quadratic it takes the steps of BFGS, with a single pair too", () => {
  const { objective, start } = randomQuadratic(7, 4);
  const points = (method: ReturnType<typeof lbfgs> | ReturnType<typeof bfgs>) =>
    run(method as ReturnType<typeof lbfgs>, objective, start, { steps: 7 }).frames;
  const full = points(descend(bfgsDirection(), exactQuadratic));
  for (const memory of [1, 3])
    points(descend(lbfgsDirection({ memory }), exactQuadratic)).forEach(({ x }, k) => {
      x.forEach((xi, i) => {
        expect(Math.abs(xi - full[k]!.x[i]!)).toBeLessThan(1e-8);
      });
    });
  expect(full[7]!.gradientMax).toBeLessThan(1e-9 * full[0]!.gradientMax);
});

test("it keeps the last m pairs, oldest first, and no pair twice", () => {
  const { frames } = run(lbfgs({ memory: 3 }), rosenbrock, [-1.2, 1], { steps: 9 });
  const pairs = frames.map(({ state }) => (state as DescentState<LbfgsMemory>).memory.pairs);
  expect(pairs.map(({ length }) => length)).toEqual([0, 0, 1, 2, 3, 3, 3, 3, 3, 3]);
  expect(pairs[9]!.map(({ delta }) => delta)).toEqual(
    [6, 7, 8].map((k) => frames[k]!.x.map((xi, i) => xi - frames[k - 1]!.x[i]!)),
  );
});

test("a pair without positive curvature is not kept", () => {
  const g = vec(1, 1);
  const here = { k: 2, x: vec(1, 0), g, h: () => [], hv: () => g };
  const memory = { pairs: [], last: { x: vec(0, 0), g: vec(1.5, 1) } };
  const next = lbfgsDirection().next(here, memory);
  expect([next.d, next.memory.pairs]).toEqual([vec(-1, -1), []]);
});

test("its first step has length 1, and most later ones are taken with α = 1", () => {
  const { frames } = run(lbfgs(), chainedRosenbrock(10), chainedRosenbrock(10).start, {
    until: ({ gradientMax }) => gradientMax <= 1e-8,
  });
  const full = frames.filter(({ stepLength }) => stepLength === 1).length;
  expect(full).toBeGreaterThan(0.7 * frames.length);
  const { x } = run(lbfgs(), bowl([1, 1]), [-4, 1], { steps: 1 }).frames[1]!;
  expect(Math.hypot(x[0]! + 4, x[1]! - 1)).toBeCloseTo(1, 14);
});

describe("minimize runs it in place", () => {
  const problem = chainedRosenbrock(10);

  test("with two points and two gradients for all steps, and no gradient asked for twice", () => {
    const [points, outs] = [new Set<Vec>(), new Set<Vec>()];
    let gradients = 0;
    const watched = {
      ...problem,
      gradientInto(x: Vec, out: Vec) {
        gradients++;
        points.add(x);
        outs.add(out);
        problem.gradientInto(x, out);
      },
    };
    const end = minimize(lbfgs(), watched, problem.start, { gradientTolerance: 1e-8 });
    const last = run(lbfgs(), problem, problem.start, { gradientTolerance: 1e-8 }).frames.at(-1)!;
    expect([end.k, end.x, end.f]).toEqual([last.k, last.x, last.f]);
    expect([points.size, outs.size, gradients]).toEqual([2, 2, last.calls.g]);
  });

  test("and compares the true gradient with the tolerance, not that of the sample", () => {
    const stormy = noisy(bowl([1, 25]), { sigma: 0.3, seed: 4 });
    const method = descend(lbfgsDirection(), 0.5);
    const options = { steps: 60, gradientTolerance: 0.4 };
    const trace = run(method, stormy, [-4, 1], options);
    const end = minimize(method, stormy, [-4, 1], options);
    expect(trace.outcome.kind).toBe("converged");
    expect([end.k, end.x, end.outcome]).toEqual([
      trace.frames.at(-1)!.k,
      trace.frames.at(-1)!.x,
      trace.outcome,
    ]);
  });
});

describe("bad options are named", () => {
  test.each([
    [
      () => lbfgs({ memory: 0 }),
      RangeError,
      "lbfgs: memory must be a whole number, 1 or more, got 0",
    ],
    [
      () => lbfgs({ scaling: "first" as never }),
      RangeError,
      'lbfgs: scaling must be one of "newest", "none", got "first"',
    ],
    [() => lbfgs({ c1: 1 }), RangeError, "strongWolfe: c1 must be in (0, 1), got 1"],
    [
      () => lbfgs({ m: 5 } as never),
      TypeError,
      'lbfgs: there is no option "m". The options are memory, scaling, c1, c2',
    ],
    [
      () => lbfgsDirection({ c1: 0.1 } as never),
      TypeError,
      'lbfgs: there is no option "c1". The options are memory, scaling',
    ],
  ])("%#", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
