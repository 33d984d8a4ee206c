import { betaParameter, type Card, learningRateParameter } from "../card.ts";
import {
  type FirstOrderOptions,
  type FirstOrderState,
  firstOrder,
  type Rule,
} from "../first-order.ts";
import {
  nonNegative,
  requireBoolean,
  requireIn,
  requireKnown,
  unitHalfOpen,
} from "../internal/guard.ts";
import { shapeOf } from "../internal/matrix-shape.ts";
import { newtonSchulz } from "../newton-schulz.ts";
import type { Floats, Method, Schedule, Vec } from "../types.ts";

/**
 * Muon, one step in place; x, g and v hold matrices row by row:
 *
 *     V ← β V + (1 − β) G
 *     D = β V + (1 − β) G
 *     X ← (1 − αω) X − α √max(1, rows/columns) orth(D)
 *
 * Without Nesterov D is V. orth is `newtonSchulz`, five times.
 */
export function muonKernel(
  x: Floats,
  g: Floats,
  v: Floats,
  rows: number,
  alpha: number,
  beta: number,
  nesterov: boolean,
  omega: number,
): void {
  const share = 1 - beta;
  const direction = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const slope = share * g[i]!;
    const velocity = beta * v[i]! + slope;
    v[i] = velocity;
    direction[i] = nesterov ? beta * velocity + slope : velocity;
  }
  const turned = newtonSchulz(direction, rows);
  const kept = 1 - alpha * omega;
  const length = alpha * Math.sqrt(Math.max(1, (rows * rows) / x.length));
  for (let i = 0; i < x.length; i++) {
    x[i] = kept * x[i]! - length * turned[i]!;
  }
}

/** What Muon remembers: the average gradient v, 0 before the first step. */
export type MuonMemory = { v: Vec };
export type MuonState = FirstOrderState<MuonMemory>;

export interface MuonOptions extends Partial<Omit<FirstOrderOptions, "weightDecay">> {
  /** Learning rate α in [0, ∞), or a schedule. Default 0.02. */
  readonly learningRate?: number | Schedule;
  /** Rows and columns of the matrix that x holds row by row. Default: one column. */
  readonly shape?: readonly [rows: number, columns: number];
  /** Retention β in [0, 1). Default 0.95. */
  readonly beta?: number;
  /** Adds the newest gradient once more to the direction, as libraries write Nesterov. Default true. */
  readonly nesterov?: boolean;
  /** Decoupled decay ω in [0, ∞), not an L2 penalty: a part αω of x is taken off. Default 0. */
  readonly weightDecay?: number;
}

/**
 * Muon: momentum for a matrix, whose every step is made orthogonal, so that it moves the
 * matrix equally far in all directions, and not mostly along the few that dominate a gradient.
 *
 *     V_k = β V_{k−1} + (1 − β) G_k
 *     D_k = β V_k + (1 − β) G_k                    V_k itself without Nesterov
 *     X_k = (1 − α_k ω) X_{k−1} − α_k √max(1, rows/columns) orth(D_k)
 *
 * orth(U Σ Vᵀ) is about U Vᵀ, the steepest step of a given spectral norm; five Newton–Schulz
 * steps give singular values between 0.68 and 1.14 in place of 1, see `newtonSchulz`. The factor
 * makes a step change outputs equally much whatever the shape; α is the size of a step in the
 * spectral norm, about. The weight 1 − β of the gradient cancels in orth.
 *
 * For one column of n entries orth(d) = 0.70 d/‖d‖, and Muon is normalized momentum with steps of
 * 0.70 α√n. Meant for the hidden layers of networks; other parameters go to Adam or the like.
 *
 * Defaults are those of Jordan's code: rate 0.02, β 0.95. torch.optim.Muon has the same rule with
 * the rate 0.001 and the decay 0.1. Matrix products make garbage in every step.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range; at the start of a run RangeError for a shape that does not fit x.
 * Source: Jordan et al. 2024; Bernstein & Newhouse 2024 for the norm.
 */
export function muon(options: MuonOptions = {}): Method<MuonState> {
  requireKnown("muon", options, OPTIONS);
  const shape = shapeOf("muon", options.shape);
  const beta = requireIn("muon", "beta", options.beta ?? 0.95, unitHalfOpen);
  const nesterov = requireBoolean("muon", "nesterov", options.nesterov ?? true);
  const omega = requireIn("muon", "weightDecay", options.weightDecay ?? 0, nonNegative);
  const rule: Rule<MuonMemory> = {
    name: "muon",
    // Where αω is more than 2, the decay itself throws x away from 0.
    fragile: omega > 0,
    memory(x0) {
      shape(x0.length);
      return { v: new Float64Array(x0.length) };
    },
    update: (x, g, { v }, alpha) =>
      muonKernel(x, g, v, shape(x.length)[0], alpha, beta, nesterov, omega),
  };
  const learningRate = options.learningRate ?? 0.02;
  return firstOrder(rule, { ...options, learningRate, weightDecay: 0 });
}

const OPTIONS = ["shape", "learningRate", "beta", "nesterov", "weightDecay", "maximize"];

/** The catalogue card of Muon, on one column. */
export const muonCard: Card = {
  id: "muon",
  title: "Muon",
  family: "matrix",
  parameters: [
    { ...learningRateParameter, default: 0.05 },
    { ...betaParameter, default: 0.95 },
  ],
  source: "Jordan et al. 2024",
  promises: { rotationInvariant: true, scaleInvariant: true, linear: false, monotone: false },
  make: ({ learningRate = 0.05, beta = 0.95 } = {}) => muon({ learningRate, beta }),
};
