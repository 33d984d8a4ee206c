import {
  createOracle,
  delayedRateLimit,
  gradientDescent,
  minibatch,
  minimize,
  momentum,
  parameterServer,
  run,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { noisyPlane } from "./workers.ts";

const method = gradientDescent({ learningRate: 0.05 });
const pathOf = (frames: readonly { x: Float64Array }[]) => frames.map(({ x }) => x);

test("one worker has no delay: it is the server's method, to the bit", () => {
  const batches = minibatch(noisyPlane(), { batchSize: 4, seed: 1 });
  for (const inner of [method, momentum({ learningRate: 0.02 })])
    for (const order of ["in turn", "random"] as const) {
      const alone = run(inner, batches, [0, 0, 0], { steps: 40 });
      const served = run(parameterServer(inner, { workers: 1, order }), batches, [0, 0, 0], {
        steps: 40,
      });
      expect(pathOf(served.frames)).toEqual(pathOf(alone.frames));
      expect(served.outcome).toEqual(alone.outcome);
    }
});

test("in turn, W workers make gradients W − 1 steps old: x_k = x_{k−1} − α ∇f(x_{k−W})", () => {
  const quadratic = bowl([1, 4], 0.3);
  const [workers, rate] = [4, 0.05];
  const path = pathOf(
    run(parameterServer(method, { workers }), quadratic, [3, -2], { steps: 30 }).frames,
  );
  for (let k = 1; k <= 30; k++) {
    const g = quadratic.gradient(path[Math.max(0, k - workers)]!);
    path[k]!.forEach((xi, i) => {
      expect(xi).toBe(path[k - 1]![i]! - rate * g[i]!);
    });
  }
});

test.each([
  [0, 2],
  [1, 1],
  [2, 0.618],
  [4, 0.3473],
  [8, 0.1845],
  [16, 0.0952],
])("with delay %i gradient descent is stable below αλ = %f", (delay, limit) => {
  expect(delayedRateLimit(delay)).toBeCloseTo(limit, 4);
  const lambda = 3;
  const end = (share: number) => {
    const learningRate = (share * delayedRateLimit(delay)) / lambda;
    const server = parameterServer(gradientDescent({ learningRate }), { workers: delay + 1 });
    return Math.abs(minimize(server, bowl([lambda]), [1], { steps: 20_000 }).x[0]!);
  };
  expect(end(0.98)).toBeLessThan(1e-3);
  expect(end(1.02)).toBeGreaterThan(1e3);
});

test("at random every worker comes, and the same seed gives the same run", () => {
  const random = (seed: number) => parameterServer(method, { workers: 3, order: "random", seed });
  const { frames } = run(random(5), bowl([1, 2]), [1, 1], { steps: 60 });
  expect(run(random(5), bowl([1, 2]), [1, 1], { steps: 60 }).frames).toEqual(frames);
  expect(pathOf(run(random(6), bowl([1, 2]), [1, 1], { steps: 60 }).frames)).not.toEqual(
    pathOf(frames),
  );
  const moved = frames
    .slice(1)
    .map(({ state }, k) =>
      state.copies.findIndex((copy, w) => copy !== frames[k]!.state.copies[w]),
    );
  for (const worker of [0, 1, 2])
    expect(moved.filter((w) => w === worker).length).toBeGreaterThan(10);
});

test("every state is plain data from which the run continues identically", () => {
  const server = parameterServer(momentum({ learningRate: 0.001 }), {
    workers: 3,
    order: "random",
  });
  const { frames } = run(server, rosenbrock, rosenbrock.start, { steps: 20 });
  frames.slice(0, -1).forEach(({ state }, k) => {
    const copy = structuredClone(state);
    expect(server.step(createOracle(rosenbrock), copy)).toEqual(frames[k + 1]!.state);
    expect(state).toEqual(copy);
  });
});

describe("in place", () => {
  test("it ends where run ends, bit for bit, on batches too", () => {
    const batches = minibatch(noisyPlane(), { batchSize: 5, seed: 2 });
    for (const order of ["in turn", "random"] as const) {
      const server = parameterServer(momentum({ learningRate: 0.02 }), { workers: 3, order });
      for (const objective of [bowl([1, 2, 5]), batches]) {
        const last = run(server, objective, [1, 1, 1], { steps: 50 }).frames.at(-1)!;
        expect(minimize(server, objective, [1, 1, 1], { steps: 50 }).x).toEqual(last.x);
      }
    }
  });

  test("it is offered only if the method has it", () => {
    const { inPlace: _, ...pure } = method;
    expect(parameterServer(pure, { workers: 2 }).inPlace).toBeUndefined();
    expect(minimize(parameterServer(pure, { workers: 2 }), bowl([1]), [1], { steps: 9 }).x).toEqual(
      minimize(parameterServer(method, { workers: 2 }), bowl([1]), [1], { steps: 9 }).x,
    );
  });
});

test("a gradient counts once, and divergence is an outcome", () => {
  const { frames } = run(parameterServer(method, { workers: 2 }), rosenbrock, [1, 2], { steps: 4 });
  expect(frames[1]!.calls).toEqual({ f: 0, g: 1, h: 0, hv: 0 });
  const server = parameterServer(gradientDescent({ learningRate: 5 }), { workers: 4 });
  expect(run(server, bowl([1]), [1]).outcome.kind).toBe("diverged");
  expect(minimize(server, bowl([1]), [1], { steps: 5000 }).outcome.kind).toBe("diverged");
});

test("bad options are named", () => {
  const make = (options: object) => () => parameterServer(method, options as never);
  expect(make({ workers: 0 })).toThrow(
    new RangeError("parameterServer: workers must be a whole number, 1 or more, got 0"),
  );
  expect(make({ workers: 2, order: "fifo" })).toThrow(
    new RangeError('parameterServer: order must be one of "in turn", "random", got "fifo"'),
  );
  expect(make({ workers: 2, seed: 0.5 })).toThrow(
    new RangeError("parameterServer: seed must be a whole number, got 0.5"),
  );
  expect(make({ delay: 2 })).toThrow(
    new TypeError(
      'parameterServer: there is no option "delay". The options are workers, order, seed',
    ),
  );
  expect(() => parameterServer({ ...method, order: 2 }, { workers: 2 })).toThrow(
    new RangeError(
      "parameterServer: the server's method must be of order 1, because workers send gradients, got gradientDescent of order 2",
    ),
  );
  expect(() => delayedRateLimit(-1)).toThrow(
    new RangeError("delayedRateLimit: delay must be a whole number, 0 or more, got -1"),
  );
});
