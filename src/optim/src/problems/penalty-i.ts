import { requireWhole } from "../internal/guard.ts";
import { type CriticalPoint, defineProblem, type Problem } from "./problem.ts";

/** How much it matters to be near (1, …, 1), beside being near the sphere. */
const PULL = 1e-5;

/**
 * The first penalty function: stay near the sphere ‖x‖² = ¼, and, with a hundred-thousandth of
 * the weight, near (1, …, 1): f(x) = 10⁻⁵ Σᵢ (xᵢ − 1)² + (Σⱼ xⱼ² − ¼)².
 *
 * @param n number of variables, a whole number, 1 or more.
 * @throws TypeError or RangeError for another n.
 * Source: Moré, Garbow & Hillstrom 1981, problem 23.
 */
export function penaltyI(n: number): Problem {
  requireWhole("penaltyI", "n", n, 1);
  return defineProblem({
    id: "penaltyI",
    title: "Penalty I",
    formula: "f(x)=10^{-5}\\sum_{i=1}^n(x_i-1)^2+\\left(\\sum_{j=1}^nx_j^2-\\tfrac14\\right)^2",
    dim: n,
    value: penalised,
    gradientInto(x, out) {
      const outward = 4 * outside(x);
      for (let i = 0; i < n; i++) out[i] = 2 * PULL * (x[i]! - 1) + outward * x[i]!;
    },
    hessian(x) {
      const outward = 4 * outside(x);
      return Array.from(x, (xi, i) =>
        x.map((xj, j) => 8 * xi * xj + (i === j ? 2 * PULL + outward : 0)),
      );
    },
    start: Array.from({ length: n }, (_, i) => i + 1),
    criticalPoints: stationaryPoints(n),
    convex: false,
  });
}

function outside(x: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += x[i]! ** 2;
  return squares - 0.25;
}

function penalised(x: ArrayLike<number>): number {
  let away = 0;
  for (let i = 0; i < x.length; i++) away += (x[i]! - 1) ** 2;
  return PULL * away + outside(x) ** 2;
}

/**
 * Where the slope vanishes all coordinates are equal, to a root t of
 * 2·10⁻⁵ (t − 1) + 4 (nt² − ¼) t: one near each pole of the sphere and one near its centre.
 */
function stationaryPoints(n: number): readonly CriticalPoint[] {
  const pole = 0.5 / Math.sqrt(n);
  return (
    [
      [pole, "minimum"],
      [-pole, n === 1 ? "minimum" : "saddle"],
      [0, "maximum"],
    ] as const
  ).map(([near, kind]) => {
    let t = near;
    for (let i = 0; i < 20; i++)
      t -= (2 * PULL * (t - 1) + 4 * (n * t * t - 0.25) * t) / (2 * PULL + 12 * n * t * t - 1);
    const x = Array.from({ length: n }, () => t);
    return { x, kind, f: penalised(x) };
  });
}
