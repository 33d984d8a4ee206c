import { cholesky, solveCholesky, solveLower } from "../cholesky.ts";
import { matrixTimes, plusDiagonal } from "../matrix.ts";
import { gauss, mulberry32 } from "../random.ts";
import type { Matrix, Vec } from "../types.ts";
import { axpy, dot, norm } from "../vec.ts";
import {
  distanceToBoundary,
  type ModelStep,
  modelStep,
  type QuadraticModel,
} from "./quadratic-model.ts";

/**
 * The best step of all: the minimum of the model over the whole ball, however H curves.
 *
 * It is known by its multiplier λ ≥ 0, the force with which the boundary holds it:
 *
 *     (H + λI) p = −g,    H + λI positive semidefinite,    λ (Δ − ‖p‖) = 0
 *
 * If Newton's step fits (λ = 0), it is the answer. Otherwise ‖p(λ)‖ falls as λ grows, and Newton's
 * method on 1/Δ − 1/‖p(λ)‖, nearly a straight line, finds the λ at which it is Δ. A bracket
 * around λ catches it where it would leave. Each λ tried costs a Cholesky factor; four or five do.
 *
 * The hard case: if g has no part along the direction z in which H curves down most, p(λ) stays
 * too short for every λ that is allowed. Then the rest of the way is gone along z, to p + τz. So
 * is a saddle left where g = 0.
 *
 * Correct up to rounding; in the hard case the decrease is the best possible but for 10⁻¹⁰ of it.
 *
 * Source: Moré & Sorensen 1983; Conn, Gould & Toint 2000, section 7.3.
 */
export function exactStep(model: QuadraticModel, radius: number): ModelStep {
  const { g } = model;
  const H = model.h();
  const step = (p: Vec, onBoundary: boolean) => modelStep(g, p, matrixTimes(H, p), onBoundary);
  const { rounding, ...range } = multiplierRange(H, g, radius);
  let { lower, upper } = range;
  let lambda = lower;
  let best: Vec = new Float64Array(g.length);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const L = cholesky(plusDiagonal(H, lambda));
    if (L === undefined) {
      lower = lambda; // H + λI still curves down
      lambda = Math.max(Math.sqrt(lower * upper), near(lower, upper));
      continue;
    }
    const p = solveCholesky(L, g).map((entry) => -entry);
    const length = norm(p);
    if (lambda === 0 && length <= radius) return step(p, false);
    if (length > radius) {
      lower = lambda;
      best = p.map((entry) => (entry * radius) / length);
    } else {
      upper = lambda;
      const z = flattestDirection(L, p);
      const curvature = dot(z, matrixTimes(H, z));
      // H is semidefinite as far as can be told: along z nothing is to be gained.
      if (lambda <= rounding && curvature >= -rounding) return step(p, false);
      lower = Math.max(lower, -curvature);
      const tau = distanceToBoundary(p, z, radius);
      best = axpy(tau, z, p);
      const lost = tau * tau * (curvature + lambda); // twice what p + τz misses of the best
      if (lost <= TOLERANCE * (lambda * radius * radius - dot(g, p))) break;
    }
    if (Math.abs(length - radius) <= SAME_LENGTH * radius || upper - lower <= rounding) break;
    const stretch = length / norm(solveLower(L, p));
    const next = lambda + (stretch * stretch * (length - radius)) / radius;
    if (Math.abs(next - lambda) <= rounding) break;
    lambda = next > lower && next < upper ? next : near(lower, upper);
  }
  return step(best, true);
}

/** How near to Δ the length is to be. Newton's method on λ is that near one step after 10⁻⁷. */
const SAME_LENGTH = 1e-13;

/** In the hard case: which part of the best possible decrease may be missed. */
const TOLERANCE = 1e-10;

/** Far more than are ever needed. */
const MOST_TRIES = 100;

/** Where to go on when Newton's method leaves the bracket: λ tends to be at its lower end. */
function near(lower: number, upper: number): number {
  return lower + 0.01 * (upper - lower);
}

/** Where λ must be, and the smallest curvature that can be told from rounding in H + λI. */
function multiplierRange(H: Matrix, g: Vec, radius: number) {
  let size = 0;
  let least = Number.POSITIVE_INFINITY;
  H.forEach((row, i) => {
    size = Math.max(
      size,
      row.reduce((sum, entry) => sum + Math.abs(entry), 0),
    );
    least = Math.min(least, row[i]!);
  });
  const pull = norm(g) / radius;
  return {
    lower: Math.max(0, -least, pull - size),
    upper: (pull + size) * (1 + TOLERANCE),
    rounding: H.length * Number.EPSILON * size,
  };
}

/**
 * A unit vector z with nearly the least zᵀ(LLᵀ)z, by inverse iteration from a random start. Of
 * z and −z the one along which p gets longer.
 */
function flattestDirection(L: Matrix, p: Vec): Vec {
  let z: Vec = Float64Array.from(L, gauss(mulberry32(1)));
  for (let i = 0; i < 3; i++) {
    const solved = solveCholesky(L, z);
    const length = norm(solved);
    z = solved.map((entry) => entry / length);
  }
  return dot(z, p) < 0 ? z.map((entry) => -entry) : z;
}
