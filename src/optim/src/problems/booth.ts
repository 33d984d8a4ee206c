import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * Booth's function, a tilted quadratic bowl away from the origin:
 * f(x, y) = (x + 2y − 7)² + (2x + y − 5)², with curvatures 2 and 18.
 */
export const booth: PlottableProblem = defineProblem({
  id: "booth",
  title: "Booth",
  formula: "f(x,y)=(x+2y-7)^2+(2x+y-5)^2",
  dim: 2,
  value: ([x = 0, y = 0]) => (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
  gradientInto([x = 0, y = 0], out) {
    const [a, b] = [x + 2 * y - 7, 2 * x + y - 5];
    out[0] = 2 * a + 4 * b;
    out[1] = 4 * a + 2 * b;
  },
  hessian: () => [Float64Array.of(10, 8), Float64Array.of(8, 10)],
  start: [-4, 6],
  criticalPoints: [{ x: [1, 3], kind: "minimum", f: 0 }],
  convex: true,
  mu: 2,
  L: 18,
  window: { x: [-10, 10], y: [-10, 10] },
});
