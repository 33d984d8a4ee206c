import { defineProblem, type PlottableProblem } from "./problem.ts";

/** Two valleys in one variable, the left one deeper: f(x) = x⁴ − 3x² + x. */
export const doubleWell1d: PlottableProblem = defineProblem({
  id: "doubleWell1d",
  title: "Double well",
  formula: "f(x)=x^4-3x^2+x",
  dim: 1,
  value: ([x = 0]) => x ** 4 - 3 * x ** 2 + x,
  gradientInto: ([x = 0], out) => {
    out[0] = 4 * x ** 3 - 6 * x + 1;
  },
  hessian: ([x = 0]) => [Float64Array.of(12 * x ** 2 - 6)],
  start: [2],
  criticalPoints: [
    { x: [-1.300839565941577], kind: "minimum", f: -3.51390503893479 },
    { x: [0.169938443311591], kind: "maximum", f: 0.084135220710943 },
    { x: [1.130901122629986], kind: "minimum", f: -1.070230181776154 },
  ],
  convex: false,
  window: { x: [-2.2, 2.2], y: [-4, 7] },
});
