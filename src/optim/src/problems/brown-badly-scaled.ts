import { defineProblem, type Problem } from "./problem.ts";

/**
 * Brown's badly scaled function: a minimum at x = 10⁶, y = 2·10⁻⁶, with curvatures 2 and
 * 2·10¹² there: f(x, y) = (x − 10⁶)² + (y − 2·10⁻⁶)² + (xy − 2)².
 *
 * Source: Moré, Garbow & Hillstrom 1981, problem 4.
 */
export const brownBadlyScaled: Problem = defineProblem({
  id: "brownBadlyScaled",
  title: "Brown badly scaled",
  formula: "f(x,y)=(x-10^6)^2+(y-2\\cdot10^{-6})^2+(xy-2)^2",
  dim: 2,
  value: ([x = 0, y = 0]) => (x - 1e6) ** 2 + (y - 2e-6) ** 2 + (x * y - 2) ** 2,
  gradientInto([x = 0, y = 0], out) {
    const product = x * y - 2;
    out[0] = 2 * (x - 1e6) + 2 * y * product;
    out[1] = 2 * (y - 2e-6) + 2 * x * product;
  },
  hessian([x = 0, y = 0]) {
    const mixed = 4 * x * y - 4;
    return [Float64Array.of(2 + 2 * y * y, mixed), Float64Array.of(mixed, 2 + 2 * x * x)];
  },
  start: [1, 1],
  criticalPoints: [{ x: [1e6, 2e-6], kind: "minimum", f: 0 }],
  convex: false,
});
