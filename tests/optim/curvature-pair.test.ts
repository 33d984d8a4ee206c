import { curvaturePair, curvaturePairKernel, vec } from "@downhill/optim";
import { expect, test } from "vitest";

test("δ and y are the differences, and ϱ = 1/(yᵀδ)", () => {
  expect(curvaturePair(vec(3, 5), vec(1, 2), vec(7, 1), vec(5, 0))).toEqual({
    delta: vec(2, 3),
    y: vec(2, 1),
    rho: 1 / 7,
  });
});

test("a pair without positive curvature is none: downhill ever steeper, or level", () => {
  const gBefore = vec(1, 1);
  for (const g of [vec(0, 0), vec(1, 1), vec(1 + 1e-17, 1)])
    expect(curvaturePair(vec(1, 1), vec(0, 0), g, gBefore)).toBe(undefined);
});

test("a product that is all rounding does not count, at whatever scale of f and x", () => {
  for (const scale of [1e-100, 1, 1e100]) {
    const room = () => new Float64Array(2);
    const almost = vec(scale, scale * 1e-17);
    expect(curvaturePairKernel(room(), room(), vec(0, 1), vec(0, 0), almost, vec(0, 0))).toBe(0);
    const enough = vec(scale, scale * 1e-15);
    const rho = curvaturePairKernel(room(), room(), vec(0, 1), vec(0, 0), enough, vec(0, 0));
    expect((rho * scale) / 1e15).toBeCloseTo(1, 12);
  }
});

test("NaN in a gradient gives no pair", () => {
  expect(curvaturePair(vec(1), vec(0), vec(Number.NaN), vec(0))).toBe(undefined);
});
