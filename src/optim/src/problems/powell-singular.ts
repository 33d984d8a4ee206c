import { defineProblem, type Problem } from "./problem.ts";

/**
 * Powell's singular function, convex and flat at its minimum along two directions, where
 * Newton's method loses its speed:
 * f(x) = (x₁ + 10x₂)² + 5(x₃ − x₄)² + (x₂ − 2x₃)⁴ + 10(x₁ − x₄)⁴.
 *
 * Source: Moré, Garbow & Hillstrom 1981, problem 13.
 */
export const powellSingular: Problem = defineProblem({
  id: "powellSingular",
  title: "Powell singular",
  formula: "f(x)=(x_1+10x_2)^2+5(x_3-x_4)^2+(x_2-2x_3)^4+10(x_1-x_4)^4",
  dim: 4,
  value: ([x1 = 0, x2 = 0, x3 = 0, x4 = 0]) =>
    (x1 + 10 * x2) ** 2 + 5 * (x3 - x4) ** 2 + (x2 - 2 * x3) ** 4 + 10 * (x1 - x4) ** 4,
  gradientInto([x1 = 0, x2 = 0, x3 = 0, x4 = 0], out) {
    const a = 2 * (x1 + 10 * x2);
    const b = 10 * (x3 - x4);
    const c = 4 * (x2 - 2 * x3) ** 3;
    const d = 40 * (x1 - x4) ** 3;
    out[0] = a + d;
    out[1] = 10 * a + c;
    out[2] = b - 2 * c;
    out[3] = -b - d;
  },
  hessian([x1 = 0, x2 = 0, x3 = 0, x4 = 0]) {
    const c = 12 * (x2 - 2 * x3) ** 2;
    const d = 120 * (x1 - x4) ** 2;
    return [
      Float64Array.of(2 + d, 20, 0, -d),
      Float64Array.of(20, 200 + c, -2 * c, 0),
      Float64Array.of(0, -2 * c, 10 + 4 * c, -10),
      Float64Array.of(-d, 0, -10, 10 + d),
    ];
  },
  start: [3, -1, 0, 1],
  criticalPoints: [{ x: [0, 0, 0, 0], kind: "minimum", f: 0 }],
  convex: true,
});
