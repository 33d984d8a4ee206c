import {
  bfgsKernel,
  type CurvaturePair,
  dot,
  gauss,
  type Matrix,
  mulberry32,
  twoLoopKernel,
  twoLoopSteps,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";

const normal = gauss(mulberry32(13));
const draw = (n: number) => Float64Array.from({ length: n }, normal);

/** A pair with positive curvature. */
function drawPair(n: number): CurvaturePair {
  const [delta, y] = [draw(n), draw(n)];
  const product = dot(delta, y);
  return product > 0.1 ? { delta, y, rho: 1 / product } : drawPair(n);
}

describe("the two loops, line by line", () => {
  it.each([0, 1, 2, 5])("end where the kernel ends, with %i pairs", (count) => {
    const n = 4;
    const g = draw(n);
    const pairs = Array.from({ length: count }, () => drawPair(n));
    const d = new Float64Array(n);
    twoLoopKernel(d, g, pairs, 0.7, new Float64Array(count));
    const lines = twoLoopSteps(g, pairs, 0.7);
    expect(lines).toHaveLength(2 + 2 * count);
    const size = Math.max(...d.map(Math.abs));
    for (let i = 0; i < n; i++)
      expect(Math.abs(lines.at(-1)!.d[i]! - d[i]!) / size).toBeLessThan(1e-12);
  });

  it("go from the newest pair back and from the oldest forth", () => {
    const pairs = [drawPair(2), drawPair(2), drawPair(2)];
    expect(twoLoopSteps(draw(2), pairs, 1).map(({ part, pair }) => `${part} ${pair}`)).toEqual([
      "start undefined",
      "back 2",
      "back 1",
      "back 0",
      "scale undefined",
      "forth 0",
      "forth 1",
      "forth 2",
    ]);
  });

  it("are the product with the matrix that BFGS makes of γ I and the same pairs", () => {
    const [n, gamma] = [3, 0.4];
    const pairs = [drawPair(n), drawPair(n), drawPair(n)];
    const B: Matrix = Array.from({ length: n }, (_, i) => {
      const row = new Float64Array(n);
      row[i] = gamma;
      return row;
    });
    for (const { delta, y, rho } of pairs) bfgsKernel(B, delta, y, rho, new Float64Array(n));
    const g = draw(n);
    const { d } = twoLoopSteps(g, pairs, gamma).at(-1)!;
    for (let i = 0; i < n; i++) expect(d[i]).toBeCloseTo(-dot(B[i]!, g), 8);
  });

  it("leave the gradient and the pairs alone", () => {
    const [g, pair] = [draw(2), drawPair(2)];
    const before = structuredClone({ g, pair });
    twoLoopSteps(g, [pair], 1);
    expect({ g, pair }).toEqual(before);
  });
});
