import { gauss, mulberry32, muon, muonKernel, newtonSchulz, norm } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";
import { singularValues } from "./matrices.ts";

/** What five Newton–Schulz steps make of a singular value of 1. */
const ONE = newtonSchulz(Float64Array.of(1), 1)[0]!;
const normal = gauss(mulberry32(9));
const randomGradients = (steps: number, n: number) =>
  Array.from({ length: steps }, () => Array.from({ length: n }, normal));

describe.each([
  [3, 3],
  [2, 5],
  [6, 2],
])("for a %d × %d matrix", (rows, columns) => {
  const gradients = randomGradients(8, rows * columns);

  test("every step has singular values α √max(1, rows/columns) times [0.68, 1.14]", () => {
    const states = statesFor(muon({ learningRate: 0.1, shape: [rows, columns] }), gradients);
    const scale = 0.1 * Math.sqrt(Math.max(1, rows / columns));
    for (let k = 1; k < states.length; k++) {
      const step = states[k]!.x.map((xi, i) => xi - states[k - 1]!.x[i]!);
      for (const value of singularValues(step, rows)) {
        expect(value / scale).toBeGreaterThan(0.68);
        expect(value / scale).toBeLessThan(1.14);
      }
    }
  });

  test.each([true, false])("the direction is made of the velocity, nesterov: %s", (nesterov) => {
    const beta = 0.8;
    const states = statesFor(
      muon({ learningRate: 0.1, beta, nesterov, shape: [rows, columns] }),
      gradients,
    );
    // The original writes V ← βV + G and, with Nesterov, G + βV; a factor of 1 − β cancels in orth.
    let V = gradients[0]!.map(() => 0);
    gradients.forEach((G, i) => {
      V = V.map((v, j) => beta * v + G[j]!);
      const D = nesterov ? V.map((v, j) => G[j]! + beta * v) : V;
      const turned = newtonSchulz(Float64Array.from(D), rows);
      const scale = 0.1 * Math.sqrt(Math.max(1, rows / columns));
      turned.forEach((entry, j) => {
        expect(states[i + 1]!.x[j]).toBeCloseTo(states[i]!.x[j]! - scale * entry, 11);
      });
    });
  });
});

test("of one column the step is p⁵(1) α √n along the normalized velocity, p⁵(1) = 0.696", () => {
  expect(ONE).toBeCloseTo(0.6964, 4);
  const [, first] = statesFor(muon({ learningRate: 0.1 }), [[3, 0, -4, 0]]);
  const step = ONE * 0.1 * Math.sqrt(4);
  expect(first!.x[0]).toBeCloseTo(-step * 0.6, 13);
  expect(first!.x[2]).toBeCloseTo(step * 0.8, 13);
  expect(norm(first!.x)).toBeCloseTo(step, 13);
});

test("of one row there is no factor √n", () => {
  const [, first] = statesFor(muon({ learningRate: 0.1, shape: [1, 4] }), [[3, 0, -4, 0]]);
  expect(norm(first!.x)).toBeCloseTo(ONE * 0.1, 13);
});

test("the size of the gradients does not matter: 1e-300, 1, 1e150 give the same step", () => {
  const [G] = randomGradients(1, 6);
  const end = (scale: number) =>
    statesFor(muon({ shape: [2, 3] }), [G!.map((g) => scale * g)])[1]!.x;
  for (const scale of [1e-300, 1e150])
    end(scale).forEach((xi, i) => {
      expect(xi).toBeCloseTo(end(1)[i]!, 13);
    });
});

test("decay is decoupled, and a gradient that was always 0 moves nothing else", () => {
  const method = muon({ learningRate: 0.5, weightDecay: 0.25, shape: [1, 2] });
  expect([...statesFor(method, [[0, 0]], [8, 4])[1]!.x]).toEqual([7, 3.5]);
});

test("the kernel works in place", () => {
  const [x, v] = [Float64Array.of(1, 1), Float64Array.of(0, 0)];
  muonKernel(x, Float64Array.of(2, 0), v, 2, 0.1, 0.5, true, 0);
  expect([...v]).toEqual([1, 0]);
  expect(x[0]).toBeCloseTo(1 - 0.1 * Math.SQRT2 * ONE, 13);
  expect(x[1]).toBe(1);
});

test("its defaults: rate 0.02, β 0.95, Nesterov, no decay", () => {
  const gradients = randomGradients(3, 4);
  expect(statesFor(muon(), gradients)).toEqual(
    statesFor(
      muon({ learningRate: 0.02, beta: 0.95, nesterov: true, weightDecay: 0, shape: [4, 1] }),
      gradients,
    ),
  );
});

test.each([
  [{ beta: 1 }, RangeError, "muon: beta must be in [0, 1), got 1"],
  [{ nesterov: 1 }, TypeError, "muon: nesterov must be true or false, got 1"],
  [{ weightDecay: -1 }, RangeError, "muon: weightDecay must be in [0, ∞), got -1"],
  [{ shape: 4 }, TypeError, "muon: shape must be [rows, columns], got 4"],
  [{ shape: [2, 2, 2] }, TypeError, "muon: shape must be [rows, columns], got a list"],
  [{ shape: [0, 2] }, RangeError, "muon: shape[0] must be a whole number, 1 or more, got 0"],
  [{ shape: [2, 1.5] }, RangeError, "muon: shape[1] must be a whole number, 1 or more, got 1.5"],
  [
    { rows: 2 },
    TypeError,
    'muon: there is no option "rows". The options are shape, learningRate, beta, nesterov, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => muon(options as never)).toThrow(new kind(message));
});

test("a shape that does not fit x is named at the start, in place too", () => {
  const method = muon({ shape: [2, 3] });
  const error = new RangeError("muon: shape [2, 3] has 6 entries, but x has 4");
  expect(() => statesFor(method, [[1, 2, 3, 4]])).toThrow(error);
  expect(() => method.inPlace!(new Float64Array(4))).toThrow(error);
});
