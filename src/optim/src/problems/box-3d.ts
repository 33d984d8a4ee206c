import { defineProblem, type Problem } from "./problem.ts";

/** The ten times 0.1, 0.2, … 1 at which the curves are compared. */
const TIMES = Array.from({ length: 10 }, (_, i) => 0.1 * (i + 1));

/**
 * Box's fit of a difference of exponentials:
 * f(x) = Σᵢ (e^{−tᵢx₁} − e^{−tᵢx₂} − x₃ (e^{−tᵢ} − e^{−10tᵢ}))² with tᵢ = 0.1, 0.2, …, 1.
 *
 * Exact at (1, 10, 1) and (10, 1, −1), and wherever x₁ = x₂ and x₃ = 0.
 * Source: Moré, Garbow & Hillstrom 1981, problem 12, with ten terms.
 */
export const box3d: Problem = defineProblem({
  id: "box3d",
  title: "Box three-dimensional",
  formula:
    "f(x)=\\sum_{i=1}^{10}\\left(e^{-t_ix_1}-e^{-t_ix_2}-x_3\\left(e^{-t_i}-e^{-10t_i}\\right)\\right)^2,\\quad t_i=\\tfrac i{10}",
  dim: 3,
  value: ([x = 0, y = 0, z = 0]) =>
    TIMES.reduce((f, t) => f + (Math.exp(-t * x) - Math.exp(-t * y) - z * target(t)) ** 2, 0),
  gradientInto([x = 0, y = 0, z = 0], out) {
    out.fill(0);
    for (const t of TIMES) {
      const [ex, ey] = [Math.exp(-t * x), Math.exp(-t * y)];
      const twice = 2 * (ex - ey - z * target(t));
      out[0] = out[0]! - twice * t * ex;
      out[1] = out[1]! + twice * t * ey;
      out[2] = out[2]! - twice * target(t);
    }
  },
  hessian([x = 0, y = 0, z = 0]) {
    let [xx, xy, xz, yy, yz, zz] = [0, 0, 0, 0, 0, 0];
    for (const t of TIMES) {
      const [ex, ey, c] = [Math.exp(-t * x), Math.exp(-t * y), target(t)];
      const residual = ex - ey - z * c;
      xx += 2 * t * t * ex * (ex + residual);
      xy -= 2 * t * t * ex * ey;
      xz += 2 * t * ex * c;
      yy += 2 * t * t * ey * (ey - residual);
      yz -= 2 * t * ey * c;
      zz += 2 * c * c;
    }
    return [Float64Array.of(xx, xy, xz), Float64Array.of(xy, yy, yz), Float64Array.of(xz, yz, zz)];
  },
  start: [0, 10, 20],
  criticalPoints: [
    { x: [1, 10, 1], kind: "minimum", f: 0 },
    { x: [10, 1, -1], kind: "minimum", f: 0 },
  ],
  convex: false,
});

function target(t: number): number {
  return Math.exp(-t) - Math.exp(-10 * t);
}
