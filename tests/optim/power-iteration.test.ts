import { powerIteration, regressionNetwork, symmetricEigen } from "@downhill/optim";
import { expect, test } from "vitest";
import { apply, forManySeeds } from "./random-matrices.ts";

test("finds the eigenvalue of largest size, negative ones too, and its eigenvector", () => {
  forManySeeds((random, n) => {
    const sign = random.uniform(-1, 1) < 0 ? -1 : 1;
    const values = Float64Array.from({ length: n }, (_, i) => (i === 0 ? 3 * sign : 1 / i));
    const A = random.withEigenvalues(values);
    const found = powerIteration((v) => apply(A, v), random.vector(n), { tolerance: 1e-14 });
    expect(found.value).toBeCloseTo(3 * sign, 10);
    apply(A, found.vector).forEach((entry, i) => {
      expect(entry).toBeCloseTo(3 * sign * found.vector[i]!, 5);
    });
  });
});

test("on diag(4, 2) from (1, 1) the error of λ falls by a factor of four per product", () => {
  const estimates = [1, 2, 3, 4].map(
    (products) =>
      powerIteration(([x = 0, y = 0]) => Float64Array.of(4 * x, 2 * y), [1, 1], { products }).value,
  );
  // After k products the parts are as 2ᵏ to 1: λ = (4·4ᵏ + 2) / (4ᵏ + 1).
  expect(estimates).toEqual(
    [3, 18 / 5, 66 / 17, 258 / 65].map((value) => expect.closeTo(value, 12)),
  );
});

test("agrees with all eigenvalues on the Hessian of a network, from products alone", () => {
  const X = [[-1], [-0.4], [0.1], [0.8]];
  const network = regressionNetwork(X, [1, -1, 0.5, 0], { hidden: [4] });
  const x = Float64Array.from({ length: network.dim }, (_, i) => Math.sin(1 + i));
  const all = [...symmetricEigen(network.hessian!(x)).values];
  const largest = all.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  const { value } = powerIteration(
    (v) => network.hessianVector!(x, v),
    new Float64Array(network.dim).fill(1),
  );
  expect(Math.abs(value - largest)).toBeLessThan(1e-6 * Math.abs(largest));
});

test("stops where it has to: at the limit, and where A v = 0", () => {
  let asked = 0;
  const turning = ([x = 0, y = 0]: Float64Array) => {
    asked++;
    return Float64Array.of(-y, x);
  };
  expect(
    powerIteration(turning, [1, 0], { products: 7, tolerance: 0 }).products,
  ).toBeLessThanOrEqual(7);
  expect(asked).toBeLessThanOrEqual(7);
  const nothing = powerIteration((v) => v.map(() => 0), [0, 2]);
  expect(nothing).toEqual({ value: 0, vector: Float64Array.of(0, 1), products: 1 });
});

test("a start without a direction is refused, with what came", () => {
  const identity = (v: Float64Array) => v;
  expect(() => powerIteration(identity, [0, 0])).toThrow(
    "powerIteration: start must have a length above 0, got 0",
  );
  expect(() => powerIteration(identity, [1], { products: 0 })).toThrow(
    "powerIteration: products must be",
  );
});
