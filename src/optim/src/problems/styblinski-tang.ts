import { requireWhole } from "../internal/guard.ts";
import { type CriticalPoint, defineProblem, type PlottableProblem } from "./problem.ts";

/** Where one coordinate is stationary: the roots of 2t³ − 16t + 2.5, with ½(t⁴ − 16t² + 5t) there. */
const STATIONARY = [
  { at: -2.903534027771177, kind: "minimum", f: -39.16616570377141 },
  { at: 0.15673125678034, kind: "maximum", f: 0.195612359055358 },
  { at: 2.746802770990837, kind: "minimum", f: -25.02944665528394 },
] as const;

/**
 * The function of Styblinski and Tang: f(x) = ½ Σᵢ (xᵢ⁴ − 16xᵢ² + 5xᵢ).
 *
 * Its variables do not meet: every coordinate has a deep valley near −2.9 and a shallower one
 * near 2.7, which makes 2ⁿ minima and 3ⁿ critical points. Listed are those with equal coordinates.
 *
 * @param n number of variables, a whole number, 1 or more.
 * @throws TypeError or RangeError for another n.
 * Source: Styblinski & Tang 1990.
 */
export function styblinskiTang(n: number): PlottableProblem {
  requireWhole("styblinskiTang", "n", n, 1);
  const everywhere = (value: number) => Array.from({ length: n }, () => value);
  return defineProblem({
    id: "styblinskiTang",
    title: "Styblinski–Tang",
    formula: "f(x)=\\tfrac12\\sum_{i=1}^n\\left(x_i^4-16x_i^2+5x_i\\right)",
    dim: n,
    value(x) {
      let twice = 0;
      for (const t of x) twice += ((t * t - 16) * t + 5) * t;
      return twice / 2;
    },
    gradientInto(x, out) {
      for (let i = 0; i < n; i++) out[i] = 2 * x[i]! ** 3 - 16 * x[i]! + 2.5;
    },
    hessian: (x) =>
      Array.from(x, (t, i) => {
        const row = new Float64Array(n);
        row[i] = 6 * t * t - 16;
        return row;
      }),
    start: everywhere(0.5),
    criticalPoints: STATIONARY.map(
      ({ at, kind, f }): CriticalPoint => ({ x: everywhere(at), kind, f: n * f }),
    ),
    convex: false,
    window: n === 1 ? { x: [-4, 4], y: [-45, 30] } : { x: [-4, 4], y: [-4, 4] },
  });
}
