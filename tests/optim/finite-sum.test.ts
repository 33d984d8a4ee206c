import { finiteSum, minibatch, type Objective, vec } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { expect, test } from "vitest";

/** (x − c)²/2, as a class: its methods are not its own properties. */
class Parabola implements Objective {
  readonly dim = 1;
  readonly #centre: number;
  constructor(centre: number) {
    this.#centre = centre;
  }
  value(x: Float64Array): number {
    return (x[0]! - this.#centre) ** 2 / 2;
  }
  gradient(x: Float64Array): Float64Array {
    return vec(x[0]! - this.#centre);
  }
}

test("an objective that is a class keeps its methods, as a whole and in batches", () => {
  const sum = finiteSum(4, (rows) => new Parabola(rows.reduce((a, b) => a + b, 0) / rows.length));
  expect([sum.value(vec(0)), sum.gradient(vec(0))[0]]).toEqual([1.125, -1.5]);
  const batches = minibatch(sum, { batchSize: 4, seed: 1 });
  expect(batches.gradient(vec(0))).toEqual(vec(-1.5));
  expect(batches.at(1).gradient(vec(0))).toEqual(vec(-1.5));
});

test("a mean over no examples is refused", () => {
  expect(() => finiteSum(0, () => bowl([1]))).toThrow(
    new RangeError("finiteSum: examples must be a whole number, 1 or more, got 0"),
  );
});
