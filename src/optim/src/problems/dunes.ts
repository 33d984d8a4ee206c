import type { Vec } from "../types.ts";
import { defineProblem, type PlottableProblem } from "./problem.ts";

/** The three hollows: centre, depth and width. */
const HOLLOWS = [
  { x: 1.5, y: 0, depth: 2, width: 0.6 },
  { x: -1.5, y: 0.5, depth: 3, width: 0.5 },
  { x: 0.2, y: -1.6, depth: 1.5, width: 0.4 },
];

/** The wide dish in which the hollows lie: 0.15 (x² + y²). */
const DISH = 0.15;

/**
 * A landscape with three hollows of different depth in a wide dish:
 * f = 0.15 (x² + y²) − Σ depth · exp(−((x − a)² + (y − b)²) / width).
 */
export const dunes: PlottableProblem = defineProblem({
  id: "dunes",
  title: "Dunes",
  formula:
    "f(x,y)=0.15(x^2+y^2)-2e^{-((x-1.5)^2+y^2)/0.6}-3e^{-((x+1.5)^2+(y-0.5)^2)/0.5}-1.5e^{-((x-0.2)^2+(y+1.6)^2)/0.4}",
  dim: 2,
  value(at) {
    let f = DISH * (at[0]! ** 2 + at[1]! ** 2);
    for (const hollow of HOLLOWS) f -= bump(hollow, at);
    return f;
  },
  gradientInto(at, out) {
    out[0] = 2 * DISH * at[0]!;
    out[1] = 2 * DISH * at[1]!;
    for (const hollow of HOLLOWS) {
      const slope = (2 / hollow.width) * bump(hollow, at);
      out[0] += slope * (at[0]! - hollow.x);
      out[1] += slope * (at[1]! - hollow.y);
    }
  },
  hessian(at) {
    let [xx, xy, yy] = [2 * DISH, 0, 2 * DISH];
    for (const hollow of HOLLOWS) {
      const slope = (2 / hollow.width) * bump(hollow, at);
      const [dx, dy] = [at[0]! - hollow.x, at[1]! - hollow.y];
      xx += slope * (1 - (2 / hollow.width) * dx * dx);
      xy -= slope * (2 / hollow.width) * dx * dy;
      yy += slope * (1 - (2 / hollow.width) * dy * dy);
    }
    return [Float64Array.of(xx, xy), Float64Array.of(xy, yy)];
  },
  start: [0.2, 2.2],
  criticalPoints: [
    { x: [1.434919697152464, -0.000063666909156], kind: "minimum", f: -1.67713751341498 },
    { x: [-1.463307195628495, 0.48776912853578], kind: "minimum", f: -2.63416029669906 },
    { x: [0.193512464200379, -1.536341741837117], kind: "minimum", f: -1.127332924512171 },
    { x: [-0.055917311464418, 0.110775685760605], kind: "saddle", f: -0.067412183926751 },
    { x: [0.620662551711459, -0.787277448491717], kind: "saddle", f: -0.230313965591262 },
  ],
  convex: false,
  window: { x: [-3.2, 3.2], y: [-3, 2.6] },
});

function bump({ x, y, depth, width }: (typeof HOLLOWS)[number], at: Vec): number {
  return depth * Math.exp(-((at[0]! - x) ** 2 + (at[1]! - y) ** 2) / width);
}
