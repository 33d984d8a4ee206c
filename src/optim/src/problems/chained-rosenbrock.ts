import { requireWhole } from "../internal/guard.ts";
import { defineProblem, type Problem } from "./problem.ts";

/**
 * Rosenbrock's valley through n variables, each linked to the next:
 * f(x) = Σᵢ₌₁ⁿ⁻¹ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)².
 *
 * From 4 variables on there is a second minimum near (−1, 1, …, 1), with f about 4.
 *
 * @param n number of variables, a whole number, 2 or more.
 * @throws TypeError or RangeError for another n.
 * Source: Rosenbrock 1960 in the form of scipy.optimize.rosen.
 */
export function chainedRosenbrock(n: number): Problem {
  requireWhole("chainedRosenbrock", "n", n, 2);
  return defineProblem({
    id: "chainedRosenbrock",
    title: "Chained Rosenbrock",
    formula: "f(x)=\\sum_{i=1}^{n-1}100\\,(x_{i+1}-x_i^2)^2+(1-x_i)^2",
    dim: n,
    value(x) {
      let f = 0;
      for (let i = 0; i < n - 1; i++) f += 100 * (x[i + 1]! - x[i]! ** 2) ** 2 + (1 - x[i]!) ** 2;
      return f;
    },
    gradientInto(x, out) {
      out[0] = 0;
      for (let i = 0; i < n - 1; i++) {
        const off = x[i + 1]! - x[i]! ** 2;
        out[i] = out[i]! - 400 * x[i]! * off - 2 * (1 - x[i]!);
        out[i + 1] = 200 * off;
      }
    },
    hessian(x) {
      const H = Array.from(x, () => new Float64Array(n));
      for (let i = 0; i < n - 1; i++) {
        H[i]![i] = H[i]![i]! + 1200 * x[i]! ** 2 - 400 * x[i + 1]! + 2;
        H[i]![i + 1] = -400 * x[i]!;
        H[i + 1]![i] = -400 * x[i]!;
        H[i + 1]![i + 1] = 200;
      }
      return H;
    },
    start: Array.from({ length: n }, (_, i) => (i % 2 === 0 ? -1.2 : 1)),
    criticalPoints: [{ x: Array.from({ length: n }, () => 1), kind: "minimum", f: 0 }],
    convex: false,
  });
}
