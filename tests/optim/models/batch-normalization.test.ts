import {
  batchNormalization,
  batchNormalizationGradient,
  dot,
  gauss,
  mulberry32,
  numericGradient,
  type Vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";

const normal = gauss(mulberry32(5));
const batch = (examples: number, units: number) =>
  Array.from({ length: examples }, () =>
    Float64Array.from({ length: units }, () => 3 + 2 * normal()),
  );
const rows = batch(6, 3);
const gamma = Float64Array.of(0.5, 2, -1);
const beta = Float64Array.of(1, 0, -2);
/** The weights of a loss that is linear in the outputs. */
const weights = batch(6, 3);

/** A curved loss of the outputs, and its slopes. */
const loss = (outputs: readonly Vec[]) =>
  outputs.reduce((sum, row, i) => sum + dot(row, weights[i]!) + 0.1 * dot(row, row), 0);
const slopesOf = (outputs: readonly Vec[]) =>
  outputs.map((row, i) => row.map((y, unit) => weights[i]![unit]! + 0.2 * y));

describe("batchNormalization", () => {
  it("gives every unit mean 0 and variance σ²/(σ² + ε) before γ and β", () => {
    const { normalized, deviation } = batchNormalization(rows);
    for (let unit = 0; unit < 3; unit++) {
      const xs = normalized.map((row) => row[unit]!);
      expect(xs.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
      const variance = xs.reduce((sum, x) => sum + x * x, 0) / xs.length;
      expect(variance).toBeCloseTo(1 - 1e-5 / deviation[unit]! ** 2, 12);
    }
  });

  it("gives 1.6036 for the last of 1, 2, 3, 6, by hand", () => {
    const { outputs } = batchNormalization([[1], [2], [3], [6]]);
    expect(outputs.at(-1)![0]).toBeCloseTo(3 / Math.sqrt(3.5 + 1e-5), 14);
  });

  it("does not see a shift of a unit, nor its scale but for ε", () => {
    const plain = batchNormalization(rows, gamma, beta, { epsilon: 1e-12 }).outputs;
    const moved = rows.map((row) => row.map((x, unit) => (unit + 5) * x - 7));
    batchNormalization(moved, gamma, beta, { epsilon: 1e-12 }).outputs.forEach((row, i) => {
      row.forEach((y, unit) => {
        expect(y).toBeCloseTo(plain[i]![unit]!, 9);
      });
    });
  });

  it("has the gradient that differences show, in the inputs, in γ and in β", () => {
    const forward = batchNormalization(rows, gamma, beta);
    const slopes = batchNormalizationGradient(forward, slopesOf(forward.outputs), gamma);
    const flat = Float64Array.from(rows.flatMap((row) => [...row]));
    const unflat = (x: Vec) => rows.map((_, i) => x.slice(3 * i, 3 * i + 3));
    const close = (got: Vec, expected: Vec) => {
      for (let i = 0; i < got.length; i++) expect(got[i]).toBeCloseTo(expected[i]!, 6);
    };
    close(
      Float64Array.from(slopes.inputs.flatMap((row) => [...row])),
      numericGradient((x) => loss(batchNormalization(unflat(x), gamma, beta).outputs), flat),
    );
    close(
      slopes.gamma,
      numericGradient((x) => loss(batchNormalization(rows, x, beta).outputs), gamma),
    );
    close(
      slopes.beta,
      numericGradient((x) => loss(batchNormalization(rows, gamma, x).outputs), beta),
    );
  });

  it("refuses a γ of another length, rows of different lengths, and ε = 0", () => {
    expect(() => batchNormalization(rows, Float64Array.of(1))).toThrow(
      "batchNormalization: gamma must have one number for each of the 3 units, got 1",
    );
    expect(() => batchNormalization([[1, 2], [3]])).toThrow(/batchNormalization: /);
    expect(() => batchNormalization(rows, gamma, beta, { epsilon: 0 })).toThrow(/epsilon/);
  });
});
