import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * McCormick's function, a valley along x − y = 1 with waves in it:
 * f(x, y) = sin(x + y) + (x − y)² − 1.5x + 2.5y + 1.
 *
 * Without the usual box −1.5 ≤ x ≤ 4, −3 ≤ y ≤ 4 it has no lowest point: each wave towards
 * x, y → −∞ is lower than the one before by π.
 * Source: McCormick 1976.
 */
export const mccormick: PlottableProblem = defineProblem({
  id: "mccormick",
  title: "McCormick",
  formula: "f(x,y)=\\sin(x+y)+(x-y)^2-1.5x+2.5y+1",
  dim: 2,
  value: ([x = 0, y = 0]) => Math.sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1,
  gradientInto([x = 0, y = 0], out) {
    const [wave, tilt] = [Math.cos(x + y), 2 * (x - y)];
    out[0] = wave + tilt - 1.5;
    out[1] = wave - tilt + 2.5;
  },
  hessian([x = 0, y = 0]) {
    const bend = -Math.sin(x + y);
    return [Float64Array.of(bend + 2, bend - 2), Float64Array.of(bend - 2, bend + 2)];
  },
  start: [0.5, 0.5],
  criticalPoints: [
    { x: [-0.547197551196598, -1.547197551196598], kind: "minimum", f: -1.913222954981036 },
    { x: [1.547197551196598, 0.547197551196598], kind: "saddle", f: 1.913222954981036 },
    { x: [2.594395102393195, 1.594395102393195], kind: "minimum", f: 1.228369698608757 },
  ],
  convex: false,
  window: { x: [-1.5, 4], y: [-3, 4] },
});
