import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * The function of Freudenstein and Roth: a lowest minimum of 0 and a wide false one of 48.98,
 * into which most methods fall from the usual start.
 * f(x, y) = (−13 + x + ((5 − y)y − 2)y)² + (−29 + x + ((y + 1)y − 14)y)².
 *
 * Source: Moré, Garbow & Hillstrom 1981, problem 2.
 */
export const freudensteinRoth: PlottableProblem = defineProblem({
  id: "freudensteinRoth",
  title: "Freudenstein–Roth",
  formula: "f(x,y)=(-13+x+((5-y)y-2)y)^2+(-29+x+((y+1)y-14)y)^2",
  dim: 2,
  value: ([x = 0, y = 0]) =>
    (-13 + x + ((5 - y) * y - 2) * y) ** 2 + (-29 + x + ((y + 1) * y - 14) * y) ** 2,
  gradientInto([x = 0, y = 0], out) {
    const a = -13 + x + ((5 - y) * y - 2) * y;
    const b = -29 + x + ((y + 1) * y - 14) * y;
    out[0] = 2 * (a + b);
    out[1] = 2 * a * ((10 - 3 * y) * y - 2) + 2 * b * ((3 * y + 2) * y - 14);
  },
  hessian([x = 0, y = 0]) {
    const a = -13 + x + ((5 - y) * y - 2) * y;
    const b = -29 + x + ((y + 1) * y - 14) * y;
    const [aByY, bByY] = [(10 - 3 * y) * y - 2, (3 * y + 2) * y - 14];
    const xy = 2 * (aByY + bByY);
    const yy = 2 * (aByY ** 2 + a * (10 - 6 * y) + bByY ** 2 + b * (6 * y + 2));
    return [Float64Array.of(4, xy), Float64Array.of(xy, yy)];
  },
  start: [0.5, -2],
  criticalPoints: [
    { x: [5, 4], kind: "minimum", f: 0 },
    { x: [11.41277898690209, -0.896805253274477], kind: "minimum", f: 48.98425367924002 },
    { x: [23.92055434643124, 2.23013858660781], kind: "saddle", f: 819.0102593523501 },
  ],
  convex: false,
  window: { x: [-5, 30], y: [-3, 5] },
});
