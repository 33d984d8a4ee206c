/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** How a single curvature behaves under momentum; "critical" and "boundary" are the two curves between. */
export type Regime = "over-damped" | "critical" | "under-damped" | "boundary" | "divergent";

/** Relative width of a curve of the phase diagram: a point this near counts as on it. */
const ON_THE_CURVE = 1e-9;

/**
 * The two roots of σ² − (1 + β − ηλ)σ + β = 0: each step multiplies the error along one
 * eigendirection by a combination of their powers.
 *
 * @param etaLambda learning rate times curvature, at least 0
 * @param beta momentum in [0, 1]
 * @returns the root of larger modulus first
 */
export function momentumRoots(etaLambda: number, beta: number): readonly [Complex, Complex] {
  const trace = 1 + beta - etaLambda;
  const discriminant = trace * trace - 4 * beta;
  if (discriminant < 0) {
    const im = Math.sqrt(-discriminant) / 2;
    return [
      { re: trace / 2, im },
      { re: trace / 2, im: -im },
    ];
  }
  // The larger root without cancellation; the smaller from the product of the roots, which is β.
  const large = (trace + (trace < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [
    { re: large, im: 0 },
    { re: large === 0 ? 0 : beta / large, im: 0 },
  ];
}

/** Length of a complex number. */
export function modulus(root: Complex): number {
  return Math.hypot(root.re, root.im);
}

/** max |σ|: the factor by which the error shrinks (or grows, above 1) per step in the long run. */
export function momentumRate(etaLambda: number, beta: number): number {
  return modulus(momentumRoots(etaLambda, beta)[0]);
}

/** Which side of the curves β = (1 − √(ηλ))² and ηλ = 2(1 + β) a point of the phase diagram lies on. */
export function momentumRegime(etaLambda: number, beta: number): Regime {
  const rate = momentumRate(etaLambda, beta);
  if (Math.abs(rate - 1) <= ON_THE_CURVE && etaLambda > 0) return "boundary";
  if (rate > 1) return "divergent";
  const critical = (1 - Math.sqrt(etaLambda)) ** 2;
  if (Math.abs(beta - critical) <= ON_THE_CURVE) return "critical";
  return beta < critical ? "over-damped" : "under-damped";
}

/**
 * The outline of the part of the phase diagram where max |σ| ≤ rate, as (ηλ, β).
 *
 * Both roots are in the disc of radius r exactly if β ≤ r² and the polynomial is not negative at
 * ±r: (1 − r)(r − β)/r ≤ ηλ ≤ (1 + r)(r + β)/r (the Jury conditions, scaled by r).
 *
 * @param rate in (0, 1]
 * @param points samples on each side; defaults to 40
 */
export function rateRegion(rate: number, points = 40): readonly { x: number; y: number }[] {
  const betas = Array.from({ length: points }, (_, i) => (rate * rate * i) / (points - 1));
  const left = betas.map((y) => ({ x: Math.max(0, ((1 - rate) * (rate - y)) / rate), y }));
  const right = betas.map((y) => ({ x: ((1 + rate) * (rate + y)) / rate, y }));
  return [...left, ...right.reverse()];
}
