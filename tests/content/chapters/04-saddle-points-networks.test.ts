import {
  adadelta,
  adagrad,
  adam,
  gradientDescent,
  minibatch,
  momentum,
  nesterov,
  norm,
  regressionNetwork,
  rmsprop,
  run,
  symmetricEigen,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";

const gd = (learningRate: number) => gradientDescent({ learningRate });

const product = {
  dim: 2,
  value: ([a, b]: Float64Array) => (a! * b! - 1) ** 2 / 2,
  gradient: ([a, b]: Float64Array) => vec((a! * b! - 1) * b!, (a! * b! - 1) * a!),
};
/** The step at which the smallest network has half of its plateau behind it. */
const falls = (scale: number) =>
  run(gd(0.1), product, [scale, 2 * scale], { steps: 200 }).frames.findIndex(({ f }) => f < 0.25);

describe("what chapter 4 says of networks", () => {
  it("say that the smallest network waits longer by the same number when it starts nearer to zero", () => {
    const [a, b, c] = [0.1, 0.01, 0.001].map(falls) as [number, number, number];
    expect(b - a).toBeGreaterThan(20);
    expect(Math.abs(c - b - (b - a))).toBeLessThanOrEqual(2);
    expect(c - b).toBe(Math.round(Math.log(10) / Math.log(1.1)));
  });

  it("say where the smallest network ends from the line that leads to its saddle", () => {
    const { frames } = run(gd(0.1), product, [0.01, -0.01], { steps: 300 });
    expect(norm(frames[300]!.x)).toBeLessThan(1e-12);
  });

  it("say that curvature across the valley depends on where in it, and the function does not", () => {
    for (const a of [1, 4]) {
      const H = [vec(1 / a ** 2, 1), vec(1, a ** 2)];
      const { values } = symmetricEigen(H);
      expect(values[0]).toBeCloseTo(0, 9);
      expect(values[1]).toBeCloseTo(a ** 2 + 1 / a ** 2, 9);
    }
  });

  it("say that equal units stay equal, under mini-batches and with all seven methods", () => {
    const z = [-2, -1, -0.3, 0.4, 1, 2];
    const network = regressionNetwork(
      z.map((one) => [one]),
      z.map(Math.sin),
      { hidden: [3] },
    );
    const start = [0.5, 0.5, -0.3, 0, 0, 0, 0.4, 0.4, 0.2, 0];
    const batches = minibatch(network, { batchSize: 2, seed: 1 });
    for (const method of [
      gd(0.1),
      momentum({ learningRate: 0.05, beta: 0.9 }),
      nesterov({ learningRate: 0.05, beta: 0.9 }),
      adagrad({ learningRate: 0.05 }),
      rmsprop({ learningRate: 0.02, rho: 0.9 }),
      adadelta({ rho: 0.95 }),
      adam({ learningRate: 0.02 }),
    ]) {
      const { x } = run(method, batches, start, { steps: 200 }).frames[200]!;
      for (const i of [0, 3, 6]) expect(x[i]).toBe(x[i + 1]);
      expect(x[1]).not.toBeCloseTo(x[2]!, 2);
    }
  });

  it("say that a network of tanh units with all weights and biases zero moves its last bias alone", () => {
    const z = [-2, -1, 1, 2.5];
    const network = regressionNetwork(
      z.map((one) => [one]),
      z,
      { hidden: [3, 3] },
    );
    const zero = new Array(network.dim).fill(0);
    const { x } = run(adam({ learningRate: 0.02 }), network, zero, { steps: 50 }).frames[50]!;
    expect([...x].slice(0, -1).every((entry) => entry === 0)).toBe(true);
    expect(x.at(-1)).not.toBe(0);
    const settled = run(gd(0.1), network, zero, { steps: 500 }).frames[500]!.x;
    expect(norm(network.gradient(settled))).toBeLessThan(1e-9);
  });
});
