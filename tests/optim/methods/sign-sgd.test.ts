import { signSgd, signSgdKernel } from "@downhill/optim";
import { expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

test("the kernel is m ← βm + (1 − β)g, x ← x − α sign(m), in place", () => {
  const [x, m] = [Float64Array.of(1, 1, 1), Float64Array.of(4, 4, 0)];
  signSgdKernel(x, Float64Array.of(-8, -2, 0), m, 0.5, 0.5);
  expect([...m]).toEqual([-2, 1, 0]);
  expect([...x]).toEqual([1.5, 0.5, 1]);
});

test("every coordinate of a step is α, −α or 0, whatever the size of its slope", () => {
  const sizes = [0, -0, 5e-324, -1e-300, 3, -1e150, 1.7e308];
  const [start, first] = statesFor(signSgd({ learningRate: 0.125 }), [sizes]);
  expect([...first!.x].map((x, i) => x - start!.x[i]!)).toEqual([
    0, 0, -0.125, 0.125, -0.125, 0.125, -0.125,
  ]);
});

test("with β the memory outvotes a gradient, as in momentum v ← βv + g", () => {
  const gradients = [[3], [-1], [-1], [-1]];
  const xs = statesFor(signSgd({ learningRate: 1, beta: 0.5 }), gradients).map(({ x }) => x[0]);
  // v: 3, 0.5, −0.75, −1.375.
  expect(xs).toEqual([0, -1, -2, -1, 0]);
});

test("unsymmetric noise misleads it: 1, 1, 1, −5 send x down by 2α", () => {
  const xs = statesFor(signSgd({ learningRate: 1 }), [[1], [1], [1], [-5]]).map(({ x }) => x[0]);
  expect(xs.at(-1)).toBe(-2);
});

test("a majority of workers that send only signs takes the step of the sign of signs", () => {
  const workers = [
    [1, -3],
    [2, 5],
    [-9, 1],
  ];
  const votes = [0, 1].map((i) => workers.reduce((sum, g) => sum + Math.sign(g[i]!), 0));
  const [, next] = statesFor(signSgd({ learningRate: 0.5 }), [votes]);
  expect([...next!.x]).toEqual([-0.5, -0.5]);
});

test.each([
  [{ beta: 1 }, RangeError, "signSgd: beta must be in [0, 1), got 1"],
  [{ beta: Number.NaN }, RangeError, "signSgd: beta must be in [0, 1), got NaN"],
  [
    { momentum: 0.9 },
    TypeError,
    'signSgd: there is no option "momentum". The options are learningRate, beta, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => signSgd({ learningRate: 0.1, ...options } as never)).toThrow(new kind(message));
});
