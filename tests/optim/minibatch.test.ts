import {
  gradientDescent,
  linearRegression,
  meanOf,
  minibatch,
  minibatchRows,
  minimize,
  mulberry32,
  norm,
  objectiveFrom,
  permutation,
  run,
  vec,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../check-property.ts";

const points = Array.from({ length: 10 }, (_, i) => [i]);
const sum = linearRegression(
  points,
  points.map(([a = 0]) => 3 * a + 1),
);

describe("permutation", () => {
  test("is every number once", () => {
    check(
      fc.property(fc.nat(50), fc.integer(), (n, seed) => {
        const order = permutation(n, mulberry32(seed));
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  test("draws n − 1 numbers, and all orders of three equally often", () => {
    let draws = 0;
    const rng = mulberry32(1);
    const counts = new Map<string, number>();
    const rounds = 6000;
    for (let i = 0; i < rounds; i++) {
      const order = permutation(3, () => {
        draws++;
        return rng();
      }).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(draws).toBe(2 * rounds);
    expect(counts.size).toBe(6);
    // 1000 each, with a standard deviation of 29.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * 29);
  });
});

describe("minibatch", () => {
  test("shows every example once an epoch, in another order each", () => {
    const rows = minibatchRows(sum, { batchSize: 4, seed: 1 });
    const epochs = [0, 1, 2].map((epoch) => [1, 2, 3].flatMap((k) => rows(3 * epoch + k)));
    for (const epoch of epochs)
      expect([...epoch].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(epochs.map(String)).size).toBe(3);
    expect([1, 2, 3, 4].map((k) => rows(k).length)).toEqual([4, 4, 2, 4]);
  });

  test("dropLast leaves the short batch out", () => {
    const rows = minibatchRows(sum, { batchSize: 4, seed: 1, dropLast: true });
    expect([1, 2, 3, 4].map((k) => rows(k).length)).toEqual([4, 4, 4, 4]);
    expect(rows(1)).toEqual(minibatchRows(sum, { batchSize: 4, seed: 1 })(1));
  });

  test("the same k gives the same batch, in whatever order one asks", () => {
    const [one, other] = [1, 2].map(() => minibatch(sum, { batchSize: 3, seed: 7 }));
    const x = vec(1, 2);
    const forwards = [1, 5, 9, 30].map((k) => one!.at(k).gradient(x));
    const backwards = [30, 9, 5, 1].map((k) => other!.at(k).gradient(x)).reverse();
    expect(forwards).toEqual(backwards);
    expect(minibatch(sum, { batchSize: 3, seed: 8 }).at(1).gradient(x)).not.toEqual(forwards[0]);
  });

  test("outside of an iteration it is the whole mean; all examples at once are it too", () => {
    const stochastic = minibatch(sum, { batchSize: 10, seed: 3 });
    const x = vec(1, 2);
    expect(stochastic.value(x)).toBe(sum.value(x));
    expect(stochastic.at(4).value(x)).toBeCloseTo(sum.value(x), 12);
  });

  test("where every example can be fitted, SGD with a fixed rate finds the fit", () => {
    const scaled = linearRegression(
      points.map(([a = 0]) => [a / 10]),
      points.map(([a = 0]) => a),
    );
    const { x } = minimize(
      gradientDescent({ learningRate: 0.5 }),
      minibatch(scaled, { batchSize: 2, seed: 1 }),
      [0, 0],
      { steps: 3000 },
    );
    expect(norm(vec(x[0]! - 10, x[1]!))).toBeLessThan(1e-6);
  });

  test("bad options are named", () => {
    const make = (options: object) => () => minibatch(sum, options as never);
    expect(make({ batchSize: 11, seed: 1 })).toThrow(
      new RangeError("minibatch: batchSize must be at most 10, the number of examples, got 11"),
    );
    expect(make({ batchSize: 0, seed: 1 })).toThrow(
      new RangeError("minibatch: batchSize must be a whole number, 1 or more, got 0"),
    );
    expect(make({ batchSize: 2, seed: "a" })).toThrow(
      new RangeError('minibatch: seed must be a whole number, got "a"'),
    );
    expect(make({ batchSize: 2, seed: 1, shuffle: true })).toThrow(
      new TypeError(
        'minibatch: there is no option "shuffle". The options are batchSize, seed, dropLast',
      ),
    );
  });
});

describe("meanOf", () => {
  const springs = meanOf([bowl([1, 2]), bowl([3, 4], 0.5)]);

  test("has the mean value, gradient and curvature", () => {
    const x = vec(0.5, -1);
    const [a, b] = [bowl([1, 2]), bowl([3, 4], 0.5)];
    expect(springs.value(x)).toBeCloseTo((a.value(x) + b.value(x)) / 2, 15);
    springs.gradient(x).forEach((g, i) => {
      expect(g).toBeCloseTo((a.gradient(x)[i]! + b.gradient(x)[i]!) / 2, 15);
    });
    springs.hessian!(x).forEach((row, i) => {
      row.forEach((h, j) => {
        expect(h).toBeCloseTo((a.hessian(x)[i]![j]! + b.hessian(x)[i]![j]!) / 2, 15);
        expect(springs.hessianVector!(x, vec(i === 0 ? 1 : 0, i))[j]).toBeCloseTo(h, 15);
      });
    });
    expect(springs.over([1]).gradient(x)).toEqual(b.gradient(x));
  });

  test("has second derivatives if all have: a matrix, or products alone", () => {
    const { hessian: _, ...first } = rosenbrock;
    expect(meanOf([rosenbrock, first]).hessian).toBeUndefined();
    const { hessian: __, ...products } = objectiveFrom((x, y) => x.times(y), 2);
    const mixed = meanOf([rosenbrock, products]);
    expect(mixed.hessian!(vec(1, 1))).toEqual([vec(401, -199.5), vec(-199.5, 100)]);
  });

  test("runs like any objective", () => {
    expect(
      run(gradientDescent({ learningRate: 0.1 }), springs, [1, 1], { gradientTolerance: 1e-8 })
        .outcome.kind,
    ).toBe("converged");
  });

  test("refuses what has no mean", () => {
    expect(() => meanOf([])).toThrow(
      new RangeError("meanOf: expected at least one objective, got none"),
    );
    expect(() => meanOf(bowl([1]) as never)).toThrow(
      new TypeError("meanOf: expected a list of objectives, got an object"),
    );
    expect(() => meanOf([bowl([1]), rosenbrock])).toThrow(
      new RangeError("meanOf: all objectives must have the same number of variables, got 1 and 2"),
    );
  });
});
