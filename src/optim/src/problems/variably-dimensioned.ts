import { requireWhole } from "../internal/guard.ts";
import type { Vec } from "../types.ts";
import { defineProblem, type Problem } from "./problem.ts";

/**
 * The variably dimensioned function, convex and steep in one direction only:
 * f(x) = Σᵢ (xᵢ − 1)² + s² + s⁴ with s = Σⱼ j (xⱼ − 1).
 *
 * @param n number of variables, a whole number, 1 or more.
 * @throws TypeError or RangeError for another n.
 * Source: Moré, Garbow & Hillstrom 1981, problem 25.
 */
export function variablyDimensioned(n: number): Problem {
  requireWhole("variablyDimensioned", "n", n, 1);
  return defineProblem({
    id: "variablyDimensioned",
    title: "Variably dimensioned",
    formula: "f(x)=\\sum_{i=1}^n(x_i-1)^2+s^2+s^4,\\quad s=\\sum_{j=1}^nj\\,(x_j-1)",
    dim: n,
    value(x) {
      const square = weightedSum(x) ** 2;
      return x.reduce((f, xi) => f + (xi - 1) ** 2, square + square ** 2);
    },
    gradientInto(x, out) {
      const s = weightedSum(x);
      const bySum = 2 * s + 4 * s ** 3;
      for (let i = 0; i < n; i++) out[i] = 2 * (x[i]! - 1) + (i + 1) * bySum;
    },
    hessian(x) {
      const bend = 2 + 12 * weightedSum(x) ** 2;
      return Array.from(x, (_, i) => x.map((_, j) => (i + 1) * (j + 1) * bend + (i === j ? 2 : 0)));
    },
    start: Array.from({ length: n }, (_, i) => 1 - (i + 1) / n),
    criticalPoints: [{ x: Array.from({ length: n }, () => 1), kind: "minimum", f: 0 }],
    convex: true,
  });
}

function weightedSum(x: Vec): number {
  return x.reduce((s, xj, j) => s + (j + 1) * (xj - 1), 0);
}
