import {
  allReduce,
  createOracle,
  elasticAveraging,
  gradientDescent,
  localSgd,
  meanOf,
  noisy,
  run,
  vec,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { pulledTo } from "./workers.ts";

/** The syllabus's two workers: λ = (1, 10), c = (1, 0). */
const pair = [pulledTo(1, 1), pulledTo(0, 10)];

describe("localSgd", () => {
  test("with H = 1 is synchronous averaging of gradients", () => {
    const workers = [
      noisy(rosenbrock, { sigma: 1, seed: 1 }),
      noisy(rosenbrock, { sigma: 1, seed: 2 }),
      rosenbrock,
    ];
    const together = run(gradientDescent({ learningRate: 0.001 }), allReduce(workers), [-1.2, 1], {
      steps: 50,
    });
    const apart = run(localSgd(workers, { learningRate: 0.001 }), meanOf(workers), [-1.2, 1], {
      steps: 50,
    });
    together.frames.forEach(({ x }, k) => {
      x.forEach((xi, i) => {
        expect(Math.abs(apart.frames[k]!.x[i]! - xi)).toBeLessThan(1e-13);
      });
    });
  });

  test("with one worker is gradient descent, whatever H", () => {
    const alone = run(gradientDescent({ learningRate: 0.002 }), rosenbrock, [-1.2, 1], {
      steps: 30,
    });
    const local = run(
      localSgd([rosenbrock], { learningRate: 0.002, localSteps: 7 }),
      rosenbrock,
      [-1.2, 1],
      { steps: 30 },
    );
    expect(local.frames.map(({ x }) => x)).toEqual(alone.frames.map(({ x }) => x));
  });

  test.each([
    [1, 0.0909], // the minimum of the mean, 1/11
    [2, 0.115],
    [5, 0.189],
    [10, 0.287],
    [50, 0.48],
    [100, 0.499],
  ])("with H = %i the averages of the two workers tend to %f", (localSteps, syllabus) => {
    const method = localSgd(pair, { learningRate: 0.05, localSteps });
    const end = run(method, meanOf(pair), [3], { steps: 100 * localSteps }).frames.at(-1)!;
    const p = [1, 10].map((lambda) => 1 - (1 - 0.05 * lambda) ** localSteps);
    expect(end.x[0]).toBeCloseTo(p[0]! / (p[0]! + p[1]!), 12);
    expect(end.x[0]).toBeCloseTo(syllabus, 3);
  });

  describe("on four noisy workers of ½x², σ = 1, α = 0.1", () => {
    const workers = [11, 12, 13, 14].map((seed) => noisy(bowl([1]), { sigma: 1, seed }));
    const path = (localSteps: number) => {
      const method = localSgd(workers, { learningRate: 0.1, localSteps });
      return run(method, meanOf(workers), [0], { steps: 4000 }).frames;
    };
    const variance = (numbers: readonly number[]) =>
      numbers.reduce((sum, t) => sum + t * t, 0) / numbers.length;
    const [often, seldom] = [path(1), path(100)];

    test("the average does not know how often one averages: all is linear", () => {
      often.forEach(({ x }, k) => {
        expect(seldom[k]!.x[0]).toBeCloseTo(x[0]!, 13);
      });
      // ασ²/(2 − α)/W = 0.01316; 4000 steps of correlation time 10 know it to about 7 %.
      expect(variance(often.map(({ x }) => x[0]!))).toBeCloseTo(0.0132, 2);
    });

    test("a single worker does: its variance rises from the average's to its own, fourfold", () => {
      const single = (frames: typeof often) =>
        variance(frames.map(({ state }) => state.copies[0]![0]!));
      expect(single(often)).toBeCloseTo(0.0132, 2);
      expect(single(seldom)).toBeGreaterThan(3 * single(often));
    });
  });

  test("every state is plain data from which the run continues identically", () => {
    const method = localSgd(pair, { learningRate: (k) => 0.1 / k, localSteps: 3 });
    const { frames } = run(method, meanOf(pair), [3], { steps: 10 });
    frames.slice(0, -1).forEach(({ state }, k) => {
      const before = structuredClone(state);
      expect(method.step(createOracle(pair[0]!), before)).toEqual(frames[k + 1]!.state);
      expect(state).toEqual(before);
    });
  });

  test("a worker that leaves the numbers ends the run as diverged", () => {
    const { outcome } = run(localSgd(pair, { learningRate: 1e200 }), meanOf(pair), [3], {
      steps: 9,
    });
    expect(outcome).toMatchObject({ kind: "diverged" });
  });

  test("bad options are named", () => {
    const make =
      (options: object, workers = pair) =>
      () =>
        localSgd(workers, options as never);
    expect(make({ learningRate: 0.1, localSteps: 0 })).toThrow(
      new RangeError("localSgd: localSteps must be a whole number, 1 or more, got 0"),
    );
    expect(make({ learningRate: -1 })).toThrow(
      new RangeError("localSgd: learningRate must be in [0, ∞), got -1"),
    );
    expect(make({ learningRate: 0.1, H: 2 })).toThrow(
      new TypeError('localSgd: there is no option "H". The options are learningRate, localSteps'),
    );
    expect(make({ learningRate: 0.1 }, [])).toThrow(
      new RangeError("localSgd: expected at least one objective, got none"),
    );
  });
});

describe("elasticAveraging", () => {
  test("takes the two lines of its docstring, with the points before the step", () => {
    const method = elasticAveraging(pair, { learningRate: 0.05, elasticity: 0.3 });
    const state = { k: 0, x: vec(0.5), copies: [vec(2), vec(-1)] };
    const next = method.step(createOracle(pair[0]!), state);
    expect(next.copies[0]![0]).toBeCloseTo(2 - 0.05 * 1 * (2 - 1) - 0.3 * (2 - 0.5), 14);
    expect(next.copies[1]![0]).toBeCloseTo(-1 - 0.05 * 10 * -1 - 0.3 * (-1 - 0.5), 14);
    expect(next.x[0]).toBeCloseTo(0.5 + 0.3 * (2 - 0.5 + (-1 - 0.5)), 14);
  });

  test("comes to rest where every pull balances a gradient, and the gradients cancel", () => {
    for (const elasticity of [0.05, 0.2, 0.45]) {
      const [rate, lambdas, centres] = [0.05, [1, 10], [1, 0]];
      const method = elasticAveraging(pair, { learningRate: rate, elasticity });
      const { x, state } = run(method, meanOf(pair), [3], { steps: 3000 }).frames.at(-1)!;
      // From αλ_w(x_w − c_w) = −ρ(x_w − x̄) for each worker, and Σ (x_w − x̄) = 0.
      const p = lambdas.map((lambda) => lambda / (rate * lambda + elasticity));
      const centre = (p[0]! * centres[0]! + p[1]! * centres[1]!) / (p[0]! + p[1]!);
      expect(x[0]).toBeCloseTo(centre, 12);
      const slopes = state.copies.map((copy, w) => pair[w]!.gradient(copy)[0]!);
      expect(slopes[0]! + slopes[1]!).toBeCloseTo(0, 12);
      expect(state.copies[0]![0]! - x[0]!).toBeCloseTo((-rate / elasticity) * slopes[0]!, 12);
    }
  });

  test("without springs the workers are alone and the centre stays", () => {
    const method = elasticAveraging(pair, { learningRate: 0.1, elasticity: 0 });
    const { x, state } = run(method, meanOf(pair), [3], { steps: 500 }).frames.at(-1)!;
    expect(x).toEqual(vec(3));
    expect(state.copies.map((copy) => copy[0]!)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(0, 12),
    ]);
  });

  test("pulls in steps 1, 1 + p, … only", () => {
    const method = elasticAveraging(pair, { learningRate: 0.1, elasticity: 0.2, period: 3 });
    const { frames } = run(method, meanOf(pair), [3], { steps: 8 });
    const moved = frames.slice(1).map(({ x }, k) => x[0] !== frames[k]!.x[0]);
    // In step 1 all points are still together.
    expect(moved).toEqual([false, false, false, true, false, false, true, false]);
  });

  test("is 0.9/W elastic by default, and continues from plain data", () => {
    const given = elasticAveraging(pair, { learningRate: 0.05, elasticity: 0.45 });
    const method = elasticAveraging(pair, { learningRate: 0.05 });
    const { frames } = run(method, meanOf(pair), [3], { steps: 10 });
    expect(run(given, meanOf(pair), [3], { steps: 10 }).frames).toEqual(frames);
    frames.slice(0, -1).forEach(({ state }, k) => {
      const copy = structuredClone(state);
      expect(method.step(createOracle(pair[0]!), copy)).toEqual(frames[k + 1]!.state);
      expect(state).toEqual(copy);
    });
  });

  test("a worker that leaves the numbers ends the run as diverged", () => {
    const method = elasticAveraging(pair, { learningRate: 1e200 });
    expect(run(method, meanOf(pair), [3], { steps: 9 }).outcome.kind).toBe("diverged");
  });

  test("bad options are named", () => {
    const make = (options: object) => () => elasticAveraging(pair, options as never);
    expect(make({ learningRate: 0.1, elasticity: 1.5 })).toThrow(
      new RangeError("elasticAveraging: elasticity must be in [0, 1], got 1.5"),
    );
    expect(make({ learningRate: 0.1, period: 0 })).toThrow(
      new RangeError("elasticAveraging: period must be a whole number, 1 or more, got 0"),
    );
    expect(make({ learningRate: 0.1, rho: 1 })).toThrow(
      new TypeError(
        'elasticAveraging: there is no option "rho". The options are learningRate, elasticity, period',
      ),
    );
  });
});
