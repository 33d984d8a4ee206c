import {
  createOracle,
  gradientDescent,
  hogwild,
  minibatch,
  type Objective,
  run,
  vec,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import { expect, test } from "vitest";
import { noisyPlane } from "./workers.ts";

/** −Σ xᵢ: every update adds α to every coordinate, wherever it was computed. */
const slope = (n: number): Objective => ({
  dim: n,
  value: (x) => -x.reduce((sum, xi) => sum + xi, 0),
  gradient: (x) => x.map(() => -1),
});

test("one processor is gradient descent, to the bit", () => {
  const batches = minibatch(noisyPlane(), { batchSize: 4, seed: 1 });
  for (const atomic of [false, true]) {
    const alone = run(gradientDescent({ learningRate: 0.1 }), batches, [1, 1, 1], { steps: 30 });
    const wild = run(
      hogwild({ learningRate: 0.1, processors: 1, seed: 2, atomic }),
      batches,
      [1, 1, 1],
      { steps: 30 },
    );
    expect(wild.frames.map(({ x }) => x)).toEqual(alone.frames.map(({ x }) => x));
  }
});

test("atomic updates are all there: after k of them each coordinate has moved by α for each", () => {
  const method = hogwild({ learningRate: 1, processors: 4, seed: 3, atomic: true });
  const { k, x, state } = run(method, slope(5), [0, 0, 0, 0, 0], { steps: 100 }).frames.at(-1)!;
  x.forEach((xi, i) => {
    const yetToCome = state.processors.filter(({ doing, at }) => doing === "loading" && at <= i);
    expect(xi).toBe(k - yetToCome.length);
  });
});

test("without atomic updates some are lost when processors meet, the more the more there are", () => {
  const lost = (processors: number) => {
    const method = hogwild({ learningRate: 1, processors, seed: 3 });
    return 200 - run(method, slope(2), [0, 0], { steps: 200 }).frames.at(-1)!.x[0]!;
  };
  expect(lost(1)).toBe(0);
  expect(lost(2)).toBeGreaterThan(0);
  expect(lost(8)).toBeGreaterThan(lost(2));
});

test("sparse updates of different coordinates lose nothing", () => {
  // Example k moves coordinate k mod 50 only: four processors seldom meet there.
  const sparse = {
    ...slope(50),
    at: (k: number): Objective => ({
      ...slope(50),
      gradient: (x) => x.map((_, i) => (i === k % 50 ? -1 : 0)),
    }),
  };
  const method = hogwild({ learningRate: 1, processors: 4, seed: 1 });
  const { x } = run(method, sparse, Array.from(vec(...Array.from({ length: 50 }, () => 0))), {
    steps: 1000,
  }).frames.at(-1)!;
  const done = x.reduce((sum, xi) => sum + xi, 0);
  expect(done).toBeGreaterThan(990);
  expect(done).toBeLessThanOrEqual(1000);
});

test("it still descends: four processors without locks reach the bottom of a bowl", () => {
  const method = hogwild({ learningRate: 0.05, processors: 4, seed: 5 });
  const { frames } = run(method, bowl([1, 3, 10]), [3, -2, 1], { steps: 2000 });
  expect(frames.at(-1)!.f).toBeLessThan(1e-12);
});

test("every state is plain data from which the run continues identically", () => {
  const method = hogwild({ learningRate: (k) => 0.001 / k, processors: 3, seed: 4 });
  const { frames } = run(method, rosenbrock, rosenbrock.start, { steps: 20 });
  frames.slice(0, -1).forEach(({ state }, k) => {
    const copy = structuredClone(state);
    expect(method.step(createOracle(rosenbrock), copy)).toEqual(frames[k + 1]!.state);
    expect(state).toEqual(copy);
  });
  const other = hogwild({ learningRate: (k) => 0.001 / k, processors: 3, seed: 5 });
  expect(run(other, rosenbrock, rosenbrock.start, { steps: 20 }).frames.at(-1)!.x).not.toEqual(
    frames.at(-1)!.x,
  );
});

test("at the minimum, where there is nothing to write, steps pass all the same", () => {
  const { frames } = run(
    hogwild({ learningRate: 0.1, processors: 2, seed: 1 }),
    bowl([1, 2]),
    [0, 0],
    { steps: 5 },
  );
  expect(frames.at(-1)!.k).toBe(5);
  expect(frames.at(-1)!.x).toEqual(vec(0, 0));
});

test("a gradient that is not finite ends the run as diverged", () => {
  const { outcome } = run(
    hogwild({ learningRate: 10, processors: 2, seed: 1 }),
    rosenbrock,
    [-1.2, 1],
  );
  expect(outcome.kind).toBe("diverged");
});

test("bad options are named", () => {
  const make = (options: object) => () => hogwild(options as never);
  expect(make({ learningRate: 0.1, processors: 0, seed: 1 })).toThrow(
    new RangeError("hogwild: processors must be a whole number, 1 or more, got 0"),
  );
  expect(make({ learningRate: 0.1, processors: 2, seed: 0.5 })).toThrow(
    new RangeError("hogwild: seed must be a whole number, got 0.5"),
  );
  expect(make({ learningRate: 0.1, processors: 2, seed: 1, atomic: 1 })).toThrow(
    new TypeError("hogwild: atomic must be true or false, got 1"),
  );
  expect(make({ learningRate: 0.1, workers: 2, seed: 1 })).toThrow(
    new TypeError(
      'hogwild: there is no option "workers". The options are learningRate, processors, seed, atomic',
    ),
  );
});
