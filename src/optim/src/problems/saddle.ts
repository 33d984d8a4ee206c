import { defineProblem, type PlottableProblem } from "./problem.ts";

/** The plain saddle f(x, y) = x² − y²: up along x, down along y without end. */
export const saddle: PlottableProblem = defineProblem({
  id: "saddle",
  title: "Saddle",
  formula: "f(x,y)=x^2-y^2",
  dim: 2,
  value: ([x = 0, y = 0]) => x * x - y * y,
  gradientInto([x = 0, y = 0], out) {
    out[0] = 2 * x;
    out[1] = -2 * y;
  },
  hessian: () => [Float64Array.of(2, 0), Float64Array.of(0, -2)],
  start: [1, 0.001],
  criticalPoints: [{ x: [0, 0], kind: "saddle", f: 0 }],
  convex: false,
  L: 2,
  window: { x: [-2, 2], y: [-2, 2] },
});
