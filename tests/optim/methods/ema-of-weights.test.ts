import { emaOfWeights, gradientDescent, momentum, run } from "@downhill/optim";
import { dunes } from "@downhill/optim/problems";
import { expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";

const descent = gradientDescent({ learningRate: 1 });
/** Gradients that take descent with rate 1 to these points, from 0. */
const leadingTo = (points: readonly number[]) => points.map((x, i) => [(points[i - 1] ?? 0) - x]);

test("with bias correction it is Σ β^{k−i} xᵢ / Σ β^{k−i} over the points but the start", () => {
  const beta = 0.8;
  const alone = run(momentum({ learningRate: 0.02 }), dunes, dunes.start, { steps: 30 }).frames;
  const method = emaOfWeights(momentum({ learningRate: 0.02 }), { decay: beta });
  const { frames } = run(method, dunes, dunes.start, { steps: 30 });
  for (let k = 1; k <= 30; k++)
    [0, 1].forEach((j) => {
      let [sum, weights] = [0, 0];
      for (let i = 1; i <= k; i++) {
        sum += beta ** (k - i) * alone[i]!.x[j]!;
        weights += beta ** (k - i);
      }
      expect(frames[k]!.x[j]).toBeCloseTo(sum / weights, 13);
    });
});

test("of a constant it is the constant, from the first step on, wherever it started", () => {
  const states = statesFor(
    emaOfWeights(descent, { decay: 0.999 }),
    leadingTo(Array.from({ length: 300 }, () => 0.1)),
    [0],
  );
  for (const { x } of states.slice(1)) expect(x[0]).toBeCloseTo(0.1, 15);
});

test("without correction the start keeps the weight β^k", () => {
  const states = statesFor(
    emaOfWeights(descent, { decay: 0.9, biasCorrection: false }),
    leadingTo(Array.from({ length: 40 }, () => 1)),
  );
  states.forEach(({ x }, k) => {
    expect(x[0]).toBeCloseTo(1 - 0.9 ** k, 14);
  });
});

test("it lags β/(1 − β) steps behind a steady walk", () => {
  const walk = Array.from({ length: 600 }, (_, i) => i + 1);
  const { x, inner } = statesFor(emaOfWeights(descent, { decay: 0.95 }), leadingTo(walk)).at(-1)!;
  expect(inner.x[0]! - x[0]!).toBeCloseTo(0.95 / 0.05, 8);
});

test("with decay 0 it is the method itself", () => {
  const states = statesFor(emaOfWeights(descent, { decay: 0 }), [[3], [-1], [0.5]]);
  for (const { x, inner } of states) expect(x).toEqual(inner.x);
});

test("the default is 0.999 with bias correction", () => {
  const gradients = [[3], [-1], [0.5]];
  expect(statesFor(emaOfWeights(descent), gradients)).toEqual(
    statesFor(emaOfWeights(descent, { decay: 0.999, biasCorrection: true }), gradients),
  );
});

test.each([
  [{ decay: 1 }, RangeError, "emaOfWeights: decay must be in [0, 1), got 1"],
  [{ biasCorrection: 0 }, TypeError, "emaOfWeights: biasCorrection must be true or false, got 0"],
  [
    { beta: 0.9 },
    TypeError,
    'emaOfWeights: there is no option "beta". The options are decay, biasCorrection',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => emaOfWeights(descent, options as never)).toThrow(new kind(message));
});
