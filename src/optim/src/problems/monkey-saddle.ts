import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * A saddle with room for two legs and a tail: f(x, y) = x³ − 3xy².
 * At 0 all curvatures vanish, so that second derivatives do not tell it from a minimum.
 */
export const monkeySaddle: PlottableProblem = defineProblem({
  id: "monkeySaddle",
  title: "Monkey saddle",
  formula: "f(x,y)=x^3-3xy^2",
  dim: 2,
  value: ([x = 0, y = 0]) => x ** 3 - 3 * x * y * y,
  gradientInto([x = 0, y = 0], out) {
    out[0] = 3 * x * x - 3 * y * y;
    out[1] = -6 * x * y;
  },
  hessian: ([x = 0, y = 0]) => [Float64Array.of(6 * x, -6 * y), Float64Array.of(-6 * y, -6 * x)],
  start: [0.9, 0.1],
  criticalPoints: [{ x: [0, 0], kind: "saddle", f: 0 }],
  convex: false,
  window: { x: [-1.5, 1.5], y: [-1.5, 1.5] },
});
