import { requireWhole } from "../internal/guard.ts";
import type { Vec } from "../types.ts";
import { defineProblem, type Problem } from "./problem.ts";

/**
 * The trigonometric function, whose residuals all depend on all variables:
 * f(x) = Σᵢ rᵢ² with rᵢ = n − Σⱼ cos xⱼ + i (1 − cos xᵢ) − sin xᵢ.
 *
 * Lowest at 0; other minima with small f lie close to the usual start.
 *
 * @param n number of variables, a whole number, 1 or more.
 * @throws TypeError or RangeError for another n.
 * Source: Moré, Garbow & Hillstrom 1981, problem 26.
 */
export function trigonometric(n: number): Problem {
  requireWhole("trigonometric", "n", n, 1);
  return defineProblem({
    id: "trigonometric",
    title: "Trigonometric",
    formula: "f(x)=\\sum_{i=1}^n\\left(n-\\sum_j\\cos x_j+i(1-\\cos x_i)-\\sin x_i\\right)^2",
    dim: n,
    value: (x) => residuals(x).reduce((f, r) => f + r * r, 0),
    gradientInto(x, out) {
      const r = residuals(x);
      const sum = r.reduce((total, entry) => total + entry, 0);
      for (let i = 0; i < n; i++) {
        const [c, s] = [Math.cos(x[i]!), Math.sin(x[i]!)];
        out[i] = 2 * (s * sum + r[i]! * ((i + 1) * s - c));
      }
    },
    hessian(x) {
      const r = residuals(x);
      const sum = r.reduce((total, entry) => total + entry, 0);
      const sine = x.map(Math.sin);
      /** What xᵢ adds to its own residual alone: the diagonal part of the Jacobian. */
      const own = x.map((xi, i) => (i + 1) * sine[i]! - Math.cos(xi));
      return Array.from(x, (xi, i) => {
        const row = x.map(
          (_, j) => 2 * (sine[i]! * sine[j]! * n + (sine[i]! * own[j]! + own[i]! * sine[j]!)),
        );
        const c = Math.cos(xi);
        const bend = c * sum + r[i]! * ((i + 1) * c + sine[i]!);
        row[i] = row[i]! + 2 * (own[i]! ** 2 + bend);
        return row;
      });
    },
    start: Array.from({ length: n }, () => 1 / n),
    criticalPoints: [{ x: Array.from({ length: n }, () => 0), kind: "minimum", f: 0 }],
    convex: false,
  });
}

function residuals(x: Vec): Vec {
  const dips = x.map((xj) => 2 * Math.sin(xj / 2) ** 2); // 1 − cos xⱼ without cancellation
  const sum = dips.reduce((total, dip) => total + dip, 0);
  return x.map((xi, i) => sum + (i + 1) * dips[i]! - Math.sin(xi));
}
