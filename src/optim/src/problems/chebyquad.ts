import { requireWhole } from "../internal/guard.ts";
import type { Vec } from "../types.ts";
import { defineProblem, type Problem } from "./problem.ts";

/**
 * Chebyquad: n places in [0, 1] at which the plain mean of a function is its integral, for as
 * many Chebyshev polynomials as possible.
 * f(x) = Σᵢ₌₁ⁿ ((1/n) Σⱼ Tᵢ(2xⱼ − 1) − Iᵢ)² with Iᵢ = ∫₀¹ Tᵢ(2x − 1) dx.
 *
 * f reaches 0 for n up to 7 and for n = 9; its minima are listed up to n = 4. The order of the
 * variables does not matter.
 *
 * @param n number of variables, a whole number, 1 or more.
 * @throws TypeError or RangeError for another n.
 * Source: Fletcher 1965; Moré, Garbow & Hillstrom 1981, problem 35.
 */
export function chebyquad(n: number): Problem {
  requireWhole("chebyquad", "n", n, 1);
  return defineProblem({
    id: "chebyquad",
    title: "Chebyquad",
    formula:
      "f(x)=\\sum_{i=1}^n\\left(\\frac1n\\sum_{j=1}^nT_i(2x_j-1)-\\int_0^1T_i(2x-1)\\,dx\\right)^2",
    dim: n,
    value: (x) => residuals(polynomialsAt(x)).reduce((f, r) => f + r * r, 0),
    gradientInto(x, out) {
      const polynomials = polynomialsAt(x);
      const r = residuals(polynomials);
      polynomials.forEach(({ first }, j) => {
        let slope = 0;
        for (let i = 1; i <= n; i++) slope += r[i - 1]! * first[i]!;
        out[j] = (2 / n) * slope;
      });
    },
    hessian(x) {
      const polynomials = polynomialsAt(x);
      const r = residuals(polynomials);
      return polynomials.map(({ first, second }, j) =>
        Float64Array.from(polynomials, (other, l) => {
          let entry = 0;
          for (let i = 1; i <= n; i++) {
            entry += (first[i]! * other.first[i]!) / n;
            if (l === j) entry += r[i - 1]! * second[i]!;
          }
          return (2 / n) * entry;
        }),
      );
    },
    start: Array.from({ length: n }, (_, j) => (j + 1) / (n + 1)),
    criticalPoints: n > NODES.length ? [] : [{ x: NODES[n - 1]!, kind: "minimum", f: 0 }],
    convex: false,
  });
}

/** Chebyshev's nodes of equal weight for n = 1, 2, 3, 4, moved from [−1, 1] to [0, 1]. */
const NODES = [
  [0],
  [-Math.sqrt(1 / 3), Math.sqrt(1 / 3)],
  [-Math.SQRT1_2, 0, Math.SQRT1_2],
  [1, -1, -1, 1].map(
    (inner, j) => (j < 2 ? -1 : 1) * Math.sqrt((1 + (inner * 2) / Math.sqrt(5)) / 3),
  ),
].map((nodes) => nodes.map((y) => (1 + y) / 2));

/** T₀ … Tₙ at one 2xⱼ − 1, with their first and second derivatives in xⱼ. */
interface Polynomials {
  readonly values: Vec;
  readonly first: Vec;
  readonly second: Vec;
}

/** The recursion Tᵢ₊₁ = 2y Tᵢ − Tᵢ₋₁ with y = 2xⱼ − 1, and its derivatives. */
function polynomialsAt(x: Vec): readonly Polynomials[] {
  const n = x.length;
  return Array.from(x, (xj) => {
    const y = 2 * xj - 1;
    const [values, first, second] = [1, 2, 3].map(() => new Float64Array(n + 1)) as [Vec, Vec, Vec];
    values.set([1, y]);
    first.set([0, 2]);
    for (let i = 1; i < n; i++) {
      values[i + 1] = 2 * y * values[i]! - values[i - 1]!;
      first[i + 1] = 4 * values[i]! + 2 * y * first[i]! - first[i - 1]!;
      second[i + 1] = 8 * first[i]! + 2 * y * second[i]! - second[i - 1]!;
    }
    return { values, first, second };
  });
}

/** How far the mean of Tᵢ is from its integral, which is 0 for odd i and −1/(i² − 1) for even i. */
function residuals(polynomials: readonly Polynomials[]): Vec {
  const n = polynomials.length;
  return Float64Array.from({ length: n }, (_, index) => {
    const i = index + 1;
    const mean = polynomials.reduce((sum, { values }) => sum + values[i]!, 0) / n;
    return i % 2 === 0 ? mean + 1 / (i * i - 1) : mean;
  });
}
