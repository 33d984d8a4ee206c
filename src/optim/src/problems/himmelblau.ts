import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * Himmelblau's function: four minima, all of value 0, around one hill.
 * f(x, y) = (x² + y − 11)² + (x + y² − 7)².
 *
 * Source: Himmelblau 1972.
 */
export const himmelblau: PlottableProblem = defineProblem({
  id: "himmelblau",
  title: "Himmelblau",
  formula: "f(x,y)=(x^2+y-11)^2+(x+y^2-7)^2",
  dim: 2,
  value: ([x = 0, y = 0]) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  gradientInto([x = 0, y = 0], out) {
    const [a, b] = [x * x + y - 11, x + y * y - 7];
    out[0] = 4 * a * x + 2 * b;
    out[1] = 2 * a + 4 * b * y;
  },
  hessian: ([x = 0, y = 0]) => [
    Float64Array.of(12 * x * x + 4 * y - 42, 4 * (x + y)),
    Float64Array.of(4 * (x + y), 12 * y * y + 4 * x - 26),
  ],
  start: [0, 0],
  criticalPoints: [
    { x: [3, 2], kind: "minimum", f: 0 },
    { x: [-2.805118086952745, 3.131312518250573], kind: "minimum", f: 0 },
    { x: [-3.779310253377747, -3.283185991286169], kind: "minimum", f: 0 },
    { x: [3.584428340330492, -1.848126526964404], kind: "minimum", f: 0 },
    { x: [-0.270844590667348, -0.923038556479982], kind: "maximum", f: 181.6165215225827 },
    { x: [-3.073025750764389, -0.081353044287968], kind: "saddle", f: 104.0151629175581 },
    { x: [-0.12796134673068, -1.953714980244577], kind: "saddle", f: 178.3372392019274 },
    { x: [0.086677504555396, 2.884254701174776], kind: "saddle", f: 67.71915008752613 },
    { x: [3.385154183607021, 0.073851879837749], kind: "saddle", f: 13.31192627040558 },
  ],
  convex: false,
  window: { x: [-5.5, 5.5], y: [-5.5, 5.5] },
});
