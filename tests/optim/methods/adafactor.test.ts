import { adafactor, adafactorKernel, gauss, mulberry32, norm } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

const normal = gauss(mulberry32(5));
const randomGradients = (steps: number, n: number) =>
  Array.from({ length: steps }, () => Array.from({ length: n }, normal));
const rms = (x: ArrayLike<number>) => norm(Float64Array.from(x)) / Math.sqrt(x.length);

test.each([
  [3, 4],
  [4, 1],
])("for a %d × %d matrix every step is the lines of the docstring", (rows, columns) => {
  const [alpha, power, clipping] = [0.3, 0.8, 0.9];
  const gradients = randomGradients(12, rows * columns);
  const start = Array.from({ length: rows * columns }, (_, i) => i - 2);
  const method = adafactor({ learningRate: alpha, power, clipping, shape: [rows, columns] });
  const states = statesFor(method, gradients, start);
  let x: readonly number[] = start;
  let V: readonly number[] = start.map(() => 0); // the full average, of which r and c are means
  gradients.forEach((g, index) => {
    const k = index + 1;
    const beta = 1 - k ** -power;
    V = V.map((v, i) => beta * v + (1 - beta) * (g[i]! ** 2 + 1e-30));
    const mean = (entries: readonly number[]) =>
      entries.reduce((sum, v) => sum + v, 0) / entries.length;
    const r = Array.from({ length: rows }, (_, i) => mean(V.slice(i * columns, (i + 1) * columns)));
    const c = Array.from({ length: columns }, (_, j) =>
      mean(V.filter((_v, e) => e % columns === j)),
    );
    const u = g.map((gi, e) => {
      const [i, j] = [Math.floor(e / columns), e % columns];
      return gi / Math.sqrt((r[i]! * c[j]!) / mean(r));
    });
    const rho = Math.min(alpha, 1 / Math.sqrt(k));
    const step = (Math.max(1e-3, rms(x)) * rho) / Math.max(1, rms(u) / clipping);
    x = x.map((xi, e) => xi - step * u[e]!);
    x.forEach((xi, e) => {
      expect(states[k]!.x[e]).toBeCloseTo(xi, 11);
    });
    r.forEach((ri, i) => {
      expect(states[k]!.r[i]).toBeCloseTo(ri, 12);
    });
    expect(states[k]!.stepLength).toBe(rho);
  });
});

test("it remembers rows + columns numbers, not rows × columns", () => {
  const { r, c } = statesFor(adafactor({ shape: [3, 5] }), randomGradients(1, 15))[1]!;
  expect([r.length, c.length]).toEqual([3, 5]);
});

test("where the mean squares have rank 1 nothing is lost: every step is that of the full average", () => {
  const [a, b] = [
    [1, 2, 5],
    [3, 0.5],
  ];
  const signs = [1, -1, -1, 1, 1, -1];
  const gradient = a.flatMap((ai) => b.map((bj) => ai * bj)).map((g, e) => signs[e]! * g);
  const states = statesFor(
    adafactor({ learningRate: 0.1, shape: [3, 2] }),
    [gradient, gradient, gradient],
    [1, 1, 1, 1, 1, 1],
  );
  // v is g² in every step: u = sign(g), RMS(u) = 1.
  for (let k = 1; k <= 3; k++)
    signs.forEach((sign, e) => {
      const step = states[k - 1]!.x[e]! - states[k]!.x[e]!;
      expect(step).toBeCloseTo(sign * 0.1 * rms(states[k - 1]!.x), 13);
    });
});

describe("a step has the RMS of", () => {
  test("at most d times ρ times RMS(x), however unusual the gradient", () => {
    const gradients = [...Array.from({ length: 30 }, () => [0.01, -0.01]), [1e6, 1e-6]];
    const states = statesFor(adafactor({ learningRate: 0.1 }), gradients, [3, 4]);
    for (let k = 1; k < states.length; k++) {
      const before = states[k - 1]!.x;
      const step = states[k]!.x.map((xi, i) => xi - before[i]!);
      expect(rms(step)).toBeLessThanOrEqual(0.1 * rms(before) * (1 + 1e-12));
    }
  });

  test("ρ times 0.001 where x is 0", () => {
    const [, first] = statesFor(adafactor({ learningRate: 0.5 }), [[7]]);
    expect(first!.x[0]).toBeCloseTo(-0.0005, 14);
  });
});

test("the rate is α, and later at most 1/√k", () => {
  const states = statesFor(adafactor({ learningRate: 0.5 }), randomGradients(9, 2));
  expect(states.slice(1).map(({ stepLength }) => stepLength)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => Math.min(0.5, 1 / Math.sqrt(k))),
  );
});

test("the kernel works in place", () => {
  const [x, r, c] = [Float64Array.of(1, 1), Float64Array.of(0), Float64Array.of(0, 0)];
  adafactorKernel(x, Float64Array.of(3, -4), r, c, 0.5, 0, 1e-30, 1);
  expect([...r, ...c]).toEqual([12.5, 9, 16]);
  expect([...x]).toEqual([0.5, 1.5]);
});

test("its defaults: rate 0.01, p 0.8, ε 1e-30 and 0.001, d 1", () => {
  const named = { learningRate: 0.01, power: 0.8, epsilon: 1e-30, smallestScale: 1e-3 };
  const gradients = randomGradients(3, 4);
  expect(statesFor(adafactor(), gradients)).toEqual(
    statesFor(adafactor({ ...named, clipping: 1, shape: [4, 1] }), gradients),
  );
});

test.each([
  [{ power: -1 }, RangeError, "adafactor: power must be in [0, ∞), got -1"],
  [{ epsilon: 0 }, RangeError, "adafactor: epsilon must be in (0, ∞), got 0"],
  [{ smallestScale: 0 }, RangeError, "adafactor: smallestScale must be in (0, ∞), got 0"],
  [{ clipping: 0 }, RangeError, "adafactor: clipping must be in (0, ∞), got 0"],
  [{ shape: [2] }, TypeError, "adafactor: shape must be [rows, columns], got a list"],
  [
    { d: 1 },
    TypeError,
    'adafactor: there is no option "d". The options are shape, learningRate, power, epsilon, smallestScale, clipping, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => adafactor(options as never)).toThrow(new kind(message));
});
