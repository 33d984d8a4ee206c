import { gauss, momentum, mulberry32, noisy, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { expect, test } from "vitest";

const calm = bowl([1, 25]);
const x = Float64Array.of(-4, 1);

test("the noise is one stream, coordinate by coordinate, iteration after iteration", () => {
  const normal = gauss(mulberry32(42));
  const stormy = noisy(calm, { sigma: 0.5, seed: 42 });
  for (let k = 1; k <= 3; k++) {
    const expected = calm.gradient(x).map((slope) => slope + 0.5 * normal());
    expect(stormy.at(k).gradient(x)).toEqual(expected);
  }
});

test("iteration k is the same whenever it is asked for", () => {
  const stormy = noisy(calm, { sigma: 1, seed: 3 });
  const late = stormy.at(1000).gradient(x);
  stormy.at(1).gradient(x);
  expect(stormy.at(1000).gradient(x)).toEqual(late);
  expect(stormy.at(999).gradient(x)).not.toEqual(late);
});

test("within an iteration the noise does not depend on the point, and the value fits it", () => {
  const seen = noisy(calm, { sigma: 1, seed: 3 }).at(5);
  const y = Float64Array.of(2, 0.5);
  const noiseAt = (p: Float64Array) =>
    seen.gradient(p).map((slope, i) => slope - calm.gradient(p)[i]!);
  const noise = noiseAt(x);
  noiseAt(y).forEach((entry, i) => {
    expect(entry).toBeCloseTo(noise[i]!, 12);
  });
  expect(seen.value(x) - calm.value(x)).toBeCloseTo(noise[0]! * x[0]! + noise[1]! * x[1]!, 12);
});

test("gradientInto has the same noise as gradient", () => {
  const seen = noisy(calm, { sigma: 1, seed: 3 }).at(5);
  const out = new Float64Array(2);
  seen.gradientInto?.(x, out);
  expect(out).toEqual(seen.gradient(x));
  const { gradientInto: _, ...plain } = calm;
  noisy(plain, { sigma: 1, seed: 3 }).at(5).gradientInto?.(x, out);
  expect(out).toEqual(seen.gradient(x));
});

test("outside of an iteration, and with sigma 0, there is no noise", () => {
  const stormy = noisy(calm, { sigma: 1, seed: 3 });
  expect(stormy.value(x)).toBe(calm.value(x));
  expect(stormy.gradient(x)).toEqual(calm.gradient(x));
  expect(noisy(calm, { sigma: 0, seed: 3 }).at(1).gradient(x)).toEqual(calm.gradient(x));
});

test("in a run each step sees its own sample, and the frames show the true f", () => {
  const stormy = noisy(calm, { sigma: 1, seed: 9 });
  const { frames } = run(momentum({ learningRate: 0.01, beta: 0 }), stormy, x, { steps: 3 });
  for (let k = 1; k <= 3; k++) {
    const before = frames[k - 1]!.x;
    const g = stormy.at(k).gradient(before);
    expect(frames[k]!.x).toEqual(before.map((xi, i) => xi - 0.01 * g[i]!));
    expect(frames[k]!.f).toBe(calm.value(frames[k]!.x));
    expect(frames[k]!.calls.g).toBe(k);
  }
});

test.each([
  [{ sigma: -1, seed: 1 }, "noisy: sigma must be in [0, ∞), got -1"],
  [{ sigma: Number.NaN, seed: 1 }, "noisy: sigma must be in [0, ∞), got NaN"],
  [{ sigma: 1, seed: 0.5 }, "noisy: seed must be a whole number, got 0.5"],
])("bad options %o are named", (options, message) => {
  expect(() => noisy(calm, options)).toThrow(new RangeError(message));
});

test("the methods of a class are kept", () => {
  class Line {
    readonly dim = 1;
    value(x: Float64Array): number {
      return 3 * x[0]!;
    }
    gradient(): Float64Array {
      return Float64Array.of(3);
    }
  }
  const sampled = noisy(new Line(), { sigma: 0, seed: 1 });
  expect(sampled.value(Float64Array.of(2))).toBe(6);
  expect([...sampled.at(1).gradient(Float64Array.of(2))]).toEqual([3]);
});

test("noise on noise is refused, not forgotten", () => {
  const once = noisy(bowl([1]), { sigma: 1, seed: 1 });
  expect(() => noisy(once, { sigma: 1, seed: 2 })).toThrow(
    "noisy: objective must be free of noise, got one with noise of its own. Add the two variances and make one",
  );
});
