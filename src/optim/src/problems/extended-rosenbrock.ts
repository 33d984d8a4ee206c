import { show } from "../internal/guard.ts";
import { defineProblem, type Problem } from "./problem.ts";

/**
 * Rosenbrock's valley n/2 times, in separate pairs of variables:
 * f(x) = Σᵢ₌₁^{n/2} 100 (x₂ᵢ − x₂ᵢ₋₁²)² + (1 − x₂ᵢ₋₁)².
 *
 * @param n number of variables, an even number, 2 or more.
 * @throws RangeError for another n.
 * Source: Moré, Garbow & Hillstrom 1981, problem 21.
 */
export function extendedRosenbrock(n: number): Problem {
  if (!(Number.isInteger(n) && n >= 2 && n % 2 === 0))
    throw new RangeError(`extendedRosenbrock: n must be an even number, 2 or more, got ${show(n)}`);
  return defineProblem({
    id: "extendedRosenbrock",
    title: "Extended Rosenbrock",
    formula: "f(x)=\\sum_{i=1}^{n/2}100\\,(x_{2i}-x_{2i-1}^2)^2+(1-x_{2i-1})^2",
    dim: n,
    value(x) {
      let f = 0;
      for (let i = 0; i < n; i += 2) f += 100 * (x[i + 1]! - x[i]! ** 2) ** 2 + (1 - x[i]!) ** 2;
      return f;
    },
    gradientInto(x, out) {
      for (let i = 0; i < n; i += 2) {
        const off = x[i + 1]! - x[i]! ** 2;
        out[i] = -400 * x[i]! * off - 2 * (1 - x[i]!);
        out[i + 1] = 200 * off;
      }
    },
    hessian(x) {
      const H = Array.from(x, () => new Float64Array(n));
      for (let i = 0; i < n; i += 2) {
        H[i]![i] = 1200 * x[i]! ** 2 - 400 * x[i + 1]! + 2;
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
