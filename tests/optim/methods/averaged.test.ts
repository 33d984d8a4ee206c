import {
  averaged,
  createOracle,
  gradientDescent,
  type Method,
  minimize,
  momentum,
  noisy,
  type Objective,
  run,
  type State,
} from "@downhill/optim";
import { bowl, dunes } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("x is the mean of all points but the start, and the method goes on undisturbed", () => {
  const alone = run(momentum({ learningRate: 0.02 }), dunes, dunes.start, { steps: 40 }).frames;
  const { frames } = run(averaged(momentum({ learningRate: 0.02 })), dunes, dunes.start, {
    steps: 40,
  });
  expect(frames.map(({ state }) => state.inner)).toEqual(alone.map(({ state }) => state));
  const sum = [0, 0];
  for (let k = 1; k <= 40; k++)
    [0, 1].forEach((i) => {
      sum[i] = sum[i]! + alone[k]!.x[i]!;
      expect(frames[k]!.x[i]).toBeCloseTo(sum[i]! / k, 13);
    });
  expect(frames[0]!.x).toEqual(alone[0]!.x);
  expect(frames.map(({ stepLength }) => stepLength)).toEqual(alone.map((f) => f.stepLength));
});

test("with a late start it is the point itself until then", () => {
  const xs = statesFor(averaged(gradientDescent({ learningRate: 1 }), { start: 3 }), [
    [-1],
    [-1],
    [-1],
    [-1],
    [-1],
  ]).map(({ x }) => x[0]);
  expect(xs).toEqual([0, 1, 2, 3, 3.5, 4]);
});

test("on a noisy bowl its variance is about σ²/(λ²k), far below the floor ασ²/(λ(2 − αλ)) of the points", () => {
  const [alpha, runs] = [0.1, 150];
  const method = averaged(gradientDescent({ learningRate: alpha }), { start: 50 });
  const meanSquare = { average: new Map<number, number>(), point: 0 };
  for (let seed = 0; seed < runs; seed++) {
    const problem = noisy(bowl([1]), { sigma: 1, seed });
    const work = method.inPlace!(Float64Array.of(0));
    const bare = gradientDescent({ learningRate: alpha }).inPlace!(Float64Array.of(0));
    for (let k = 1; k <= 849; k++) {
      work.advance(problem.at(k), k);
      bare.advance(problem.at(k), k);
      const length = k - 49;
      if (length === 200 || length === 800)
        meanSquare.average.set(
          length,
          (meanSquare.average.get(length) ?? 0) + work.x[0]! ** 2 / runs,
        );
    }
    meanSquare.point += bare.x[0]! ** 2 / runs;
  }
  // 150 independent squares of normals: a standard error of √(2/150) = 12 %, three of them allowed.
  const near = (measured: number, theory: number) =>
    expect(Math.abs(measured / theory - 1)).toBeLessThan(0.36);
  near(meanSquare.point, alpha / (2 - alpha));
  near(meanSquare.average.get(200)!, (1 / 200) * 0.95); // the edges of so short a stretch count
  near(meanSquare.average.get(800)!, 1 / 800);
});

describe("how the method ends", () => {
  const stuck: Method<State> = {
    name: "stuck",
    order: 0,
    init: (_oracle, x) => ({ k: 0, x }),
    step: (_oracle, state) =>
      state.k < 2
        ? { k: state.k + 1, x: state.x.map((xi) => xi + 3), stepLength: 3 }
        : { ...state, stalled: "nowhere to go" },
  };

  test("is how the run ends, and no point is counted twice", () => {
    const { frames, outcome } = run(averaged(stuck), bowl([1]), [0]);
    expect(outcome).toEqual({ kind: "stalled", reason: "nowhere to go", step: 3 });
    expect(frames.map(({ x }) => x[0])).toEqual([0, 3, 4.5]);
    expect(frames.map(({ stepLength }) => stepLength)).toEqual([undefined, 3, 3]);
    const { state } = frames.at(-1)!;
    expect(averaged(stuck).step(createOracle(bowl([1])), state)).toEqual({
      ...state,
      stalled: "nowhere to go",
    });
  });

  test("divergence too, with run and with minimize", () => {
    const trap: Objective = {
      dim: 1,
      value: () => 0,
      gradient: ([x = 0]) => Float64Array.of(x <= 0.5 ? Number.NaN : 1),
    };
    const method = averaged(gradientDescent({ learningRate: 0.25 }));
    const expected = {
      kind: "diverged",
      reason: "the gradient is not finite at step 3",
      step: 3,
    };
    expect(run(method, trap, [1], {}).outcome).toEqual(expected);
    const end = minimize(method, trap, [1]);
    expect([end.outcome, end.x[0]]).toEqual([expected, (0.75 + 0.5) / 2]);
  });
});

test("a method without an in-place form stays without one", () => {
  const { inPlace: _, ...pure } = gradientDescent({ learningRate: 0.1 });
  expect(averaged(pure).inPlace).toBeUndefined();
  expect(averaged(pure).name).toBe("averaged(gradientDescent)");
});

test("bad arguments are named", () => {
  expect(() => averaged(undefined as never)).toThrow(
    new TypeError(
      "averaged: method must be a method such as gradientDescent({ learningRate: 0.1 }), got undefined",
    ),
  );
  expect(() => averaged(gradientDescent({ learningRate: 1 }), { start: 0.5 })).toThrow(
    new RangeError("averaged: start must be a whole number, 1 or more, got 0.5"),
  );
  expect(() => averaged(gradientDescent({ learningRate: 1 }), { from: 5 } as never)).toThrow(
    new TypeError('averaged: there is no option "from". The options are start'),
  );
});
