import {
  allReduce,
  dataParallel,
  gradientDescent,
  minibatch,
  momentum,
  run,
  shards,
  vec,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { noisyPlane } from "./workers.ts";

const data = noisyPlane();
const start = [0, 0, 0];

test("W workers of batch size b take the path of one worker of batch size W·b", () => {
  for (const [workers, batchSize] of [
    [1, 8],
    [2, 4],
    [4, 2],
    [8, 1],
  ] as const) {
    const together = allReduce(dataParallel(data, { workers, batchSize, seed: 3 }));
    const alone = minibatch(data, { batchSize: 8, seed: 3 });
    for (const method of [
      gradientDescent({ learningRate: 0.2 }),
      momentum({ learningRate: 0.05 }),
    ]) {
      const many = run(method, together, start, { steps: 40 }).frames;
      run(method, alone, start, { steps: 40 }).frames.forEach(({ x, f }, k) => {
        x.forEach((xi, i) => {
          expect(Math.abs(many[k]!.x[i]! - xi)).toBeLessThan(1e-13);
        });
        expect(many[k]!.f).toBeCloseTo(f, 13);
      });
    }
  }
});

test("averaging the gradients of W equal shards is the gradient of all data", () => {
  const x = vec(1, 2, 3);
  const whole = allReduce(shards(data, 4)).at(1).gradient(x);
  whole.forEach((g, i) => {
    expect(g).toBeCloseTo(data.gradient(x)[i]!, 13);
  });
});

describe("dataParallel", () => {
  test("gives workers parts of one batch that do not meet", () => {
    const workers = dataParallel(data, { workers: 3, batchSize: 8, seed: 1 });
    const x = vec(0.4, 1, 0);
    // Together they see each of the 24 examples once: the mean of their values is the whole mean.
    const mean = workers.reduce((sum, worker) => sum + worker.at(5).value(x), 0) / 3;
    expect(mean).toBeCloseTo(data.value(x), 13);
    expect(workers[0]!.value(x)).toBe(data.value(x));
  });

  test("names bad options", () => {
    const make = (options: object) => () => dataParallel(data, options as never);
    expect(make({ workers: 5, batchSize: 5, seed: 1 })).toThrow(
      new RangeError(
        "dataParallel: workers × batchSize must be at most 24, the number of examples, got 25",
      ),
    );
    expect(make({ workers: 0, batchSize: 5, seed: 1 })).toThrow(
      new RangeError("dataParallel: workers must be a whole number, 1 or more, got 0"),
    );
    expect(make({ workers: 2, batchSize: 5, seed: 0.5 })).toThrow(
      new RangeError("dataParallel: seed must be a whole number, got 0.5"),
    );
    expect(make({ workers: 2, batch: 5, seed: 1 })).toThrow(
      new TypeError(
        'dataParallel: there is no option "batch". The options are workers, batchSize, seed',
      ),
    );
  });
});

describe("shards", () => {
  test("have every example once", () => {
    const pieces = shards(data, 5);
    expect(pieces.map(({ examples }) => examples)).toEqual([5, 5, 5, 5, 4]);
    const x = vec(1, -1, 0.5);
    const total = pieces.reduce((sum, piece) => sum + piece.examples * piece.value(x), 0);
    expect(total / 24).toBeCloseTo(data.value(x), 13);
    expect(pieces[1]!.over([2]).value(x)).toBe(data.over([11]).value(x));
  });

  test("are as many as can be", () => {
    expect(() => shards(data, 25)).toThrow(
      new RangeError("shards: count must be at most 24, the number of examples, got 25"),
    );
    expect(() => shards(data, 0)).toThrow(
      new RangeError("shards: count must be a whole number, 1 or more, got 0"),
    );
    expect(() => shards(data, 2)[0]!.over([12])).toThrow(
      new RangeError("shards: rows are whole numbers from 0 to 11, got 12"),
    );
  });
});

test("workers that do not match are refused", () => {
  expect(() => allReduce([])).toThrow(
    new RangeError("allReduce: expected at least one objective, got none"),
  );
  expect(() => allReduce([rosenbrock, bowl([1])])).toThrow(
    new RangeError("allReduce: all objectives must have the same number of variables, got 2 and 1"),
  );
});
