import { defineProblem, type PlottableProblem } from "./problem.ts";

/** A saddle between two equal minima: f(x, y) = ½x² + ¼y⁴ − ½y². */
export const saddleB: PlottableProblem = defineProblem({
  id: "saddleB",
  title: "Saddle between two minima",
  formula: "f(x,y)=\\tfrac12x^2+\\tfrac14y^4-\\tfrac12y^2",
  dim: 2,
  value: ([x = 0, y = 0]) => x ** 2 / 2 + y ** 4 / 4 - y ** 2 / 2,
  gradientInto([x = 0, y = 0], out) {
    out[0] = x;
    out[1] = y ** 3 - y;
  },
  hessian: ([, y = 0]) => [Float64Array.of(1, 0), Float64Array.of(0, 3 * y ** 2 - 1)],
  start: [-1.5, 0.01],
  criticalPoints: [
    { x: [0, 0], kind: "saddle", f: 0 },
    { x: [0, 1], kind: "minimum", f: -0.25 },
    { x: [0, -1], kind: "minimum", f: -0.25 },
  ],
  convex: false,
  window: { x: [-2, 2], y: [-1.6, 1.6] },
});
