import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * Rosenbrock's banana valley: easy to enter, slow to follow.
 * f(x, y) = (1 − x)² + 100 (y − x²)², with condition number 2508 at its minimum (1, 1).
 *
 * Source: Rosenbrock 1960.
 */
export const rosenbrock: PlottableProblem = defineProblem({
  id: "rosenbrock",
  title: "Rosenbrock",
  formula: "f(x,y)=(1-x)^2+100(y-x^2)^2",
  dim: 2,
  value: ([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradientInto([x = 0, y = 0], out) {
    out[0] = -2 * (1 - x) - 400 * x * (y - x * x);
    out[1] = 200 * (y - x * x);
  },
  hessian: ([x = 0, y = 0]) => [
    Float64Array.of(2 + 1200 * x * x - 400 * y, -400 * x),
    Float64Array.of(-400 * x, 200),
  ],
  start: [-1.2, 1],
  criticalPoints: [{ x: [1, 1], kind: "minimum", f: 0 }],
  convex: false,
  window: { x: [-2, 2], y: [-1, 3] },
});
