import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * The six-hump camel: six minima, two of them lowest, among fifteen critical points.
 * f(x, y) = (4 − 2.1x² + x⁴/3) x² + xy + (4y² − 4) y².
 *
 * Source: Dixon & Szegő 1978.
 */
export const sixHumpCamel: PlottableProblem = defineProblem({
  id: "sixHumpCamel",
  title: "Six-hump camel",
  formula: "f(x,y)=\\left(4-2.1x^2+\\tfrac13x^4\\right)x^2+xy+\\left(4y^2-4\\right)y^2",
  dim: 2,
  value: ([x = 0, y = 0]) =>
    (4 - 2.1 * x ** 2 + x ** 4 / 3) * x ** 2 + x * y + (4 * y ** 2 - 4) * y ** 2,
  gradientInto([x = 0, y = 0], out) {
    out[0] = 8 * x - 8.4 * x ** 3 + 2 * x ** 5 + y;
    out[1] = x - 8 * y + 16 * y ** 3;
  },
  hessian: ([x = 0, y = 0]) => [
    Float64Array.of(8 - 25.2 * x ** 2 + 10 * x ** 4, 1),
    Float64Array.of(1, 48 * y ** 2 - 8),
  ],
  start: [1.2, 0.4],
  criticalPoints: [
    { x: [0.089842013100318, -0.71265640302074], kind: "minimum", f: -1.031628453489877 },
    { x: [-0.089842013100318, 0.71265640302074], kind: "minimum", f: -1.031628453489877 },
    { x: [1.703606714969981, -0.796083568672625], kind: "minimum", f: -0.215463824383718 },
    { x: [-1.703606714969981, 0.796083568672625], kind: "minimum", f: -0.215463824383718 },
    { x: [1.607104752920197, 0.568651454884131], kind: "minimum", f: 2.104250310311258 },
    { x: [-1.607104752920197, -0.568651454884131], kind: "minimum", f: 2.104250310311258 },
    { x: [0, 0], kind: "saddle", f: 0 },
    { x: [1.109205336804786, -0.76826809250954], kind: "saddle", f: 0.543718600978185 },
    { x: [-1.109205336804786, 0.76826809250954], kind: "saddle", f: 0.543718600978185 },
    { x: [1.638067984189779, 0.228674069044394], kind: "saddle", f: 2.229357197530715 },
    { x: [-1.638067984189779, -0.228674069044394], kind: "saddle", f: 2.229357197530715 },
    { x: [1.296070267167109, 0.605084388038659], kind: "saddle", f: 2.22947081802986 },
    { x: [-1.296070267167109, -0.605084388038659], kind: "saddle", f: 2.22947081802986 },
    { x: [1.230229876516653, 0.162334584458995], kind: "maximum", f: 2.496295351023577 },
    { x: [-1.230229876516653, -0.162334584458995], kind: "maximum", f: 2.496295351023577 },
  ],
  convex: false,
  window: { x: [-2, 2], y: [-1.1, 1.1] },
});
