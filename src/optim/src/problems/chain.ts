import { show } from "../internal/guard.ts";
import { defineProblem, type PlottableProblem } from "./problem.ts";

/**
 * Nesterov's worst case for first-order methods: n masses in a row joined by springs, pulled
 * at one end. f(x) = ½ xᵀAx − x₁ with A = tridiagonal(−1, 2, −1).
 *
 * From 0 the news travels one coordinate per step. L = 2 + 2 cos(π/(n+1)) and
 * μ = 2 − 2 cos(π/(n+1)); the minimum is at xᵢ = 1 − i/(n+1).
 *
 * @param n number of variables, a whole number, 1 or more.
 * @throws RangeError for another n.
 * Source: Nesterov 2018, section 2.1.2.
 */
export function chain(n: number): PlottableProblem {
  if (!(Number.isInteger(n) && n >= 1))
    throw new RangeError(`chain: n must be a whole number, 1 or more, got ${show(n)}`);
  const indices = Array.from({ length: n }, (_, i) => i);
  const c = Math.cos(Math.PI / (n + 1));
  return defineProblem({
    id: "chain",
    title: "Chain",
    formula: "f(x)=\\tfrac12\\,x^\\top A\\,x-x_1,\\quad A=\\operatorname{tridiag}(-1,2,-1)",
    dim: n,
    value(x) {
      // ½xᵀAx as a sum of squares of springs: no cancellation.
      let twice = x[0]! ** 2 + x[n - 1]! ** 2;
      for (let i = 1; i < n; i++) twice += (x[i]! - x[i - 1]!) ** 2;
      return twice / 2 - x[0]!;
    },
    gradientInto(x, out) {
      for (let i = 0; i < n; i++) out[i] = 2 * x[i]! - (x[i - 1] ?? 0) - (x[i + 1] ?? 0);
      out[0] = out[0]! - 1;
    },
    hessian: () =>
      indices.map((i) =>
        Float64Array.from(indices, (j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
      ),
    start: indices.map(() => 0),
    criticalPoints: [
      { x: indices.map((i) => 1 - (i + 1) / (n + 1)), kind: "minimum", f: -n / (n + 1) / 2 },
    ],
    convex: true,
    mu: 2 - 2 * c,
    L: 2 + 2 * c,
    window: { x: [-0.5, 1.5], y: [-0.5, 1.5] },
  });
}
