import { defineProblem, type PlottableProblem } from "./problem.ts";

/** The numbers that Beale's three residuals cᵢ − x (1 − yⁱ) are to meet. */
const TARGETS = [1.5, 2.25, 2.625];

/**
 * Beale's function, flat in the middle and steep at the corners:
 * f = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)².
 *
 * Beside its one minimum a valley y → 1⁺, x → −∞ sinks towards 0.452 and never ends.
 * Source: Beale 1958; Moré, Garbow & Hillstrom 1981, problem 5.
 */
export const beale: PlottableProblem = defineProblem({
  id: "beale",
  title: "Beale",
  formula: "f(x,y)=(1.5-x+xy)^2+(2.25-x+xy^2)^2+(2.625-x+xy^3)^2",
  dim: 2,
  value: ([x = 0, y = 0]) =>
    TARGETS.reduce((f, target, i) => f + (target - x * (1 - y ** (i + 1))) ** 2, 0),
  gradientInto([x = 0, y = 0], out) {
    out[0] = 0;
    out[1] = 0;
    for (let i = 1; i <= TARGETS.length; i++) {
      const residual = TARGETS[i - 1]! - x * (1 - y ** i);
      out[0] += 2 * residual * (y ** i - 1);
      out[1] += 2 * residual * x * i * y ** (i - 1);
    }
  },
  hessian([x = 0, y = 0]) {
    let [xx, xy, yy] = [0, 0, 0];
    for (let i = 1; i <= TARGETS.length; i++) {
      const residual = TARGETS[i - 1]! - x * (1 - y ** i);
      const [byX, byY] = [y ** i - 1, x * i * y ** (i - 1)];
      const bend = i > 1 ? x * i * (i - 1) * y ** (i - 2) : 0;
      xx += 2 * byX * byX;
      xy += 2 * (byX * byY + residual * i * y ** (i - 1));
      yy += 2 * (byY * byY + residual * bend);
    }
    return [Float64Array.of(xx, xy), Float64Array.of(xy, yy)];
  },
  start: [1, 1.5],
  criticalPoints: [
    { x: [3, 0.5], kind: "minimum", f: 0 },
    { x: [0, 1], kind: "saddle", f: 14.203125 },
    { x: [0.100537937324158, -2.644513585023124], kind: "saddle", f: 9.86451228475556 },
  ],
  convex: false,
  window: { x: [-4.5, 4.5], y: [-2, 2] },
});
