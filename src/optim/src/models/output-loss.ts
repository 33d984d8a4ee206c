import type { Vec } from "../types.ts";
import { logisticLoss } from "./logistic-regression.ts";

/** The loss of one example as a function of a network's outputs z, for the target y. */
export interface OutputLoss<Y> {
  value(z: Vec, y: Y): number;
  /** ∇ in z. */
  gradient(z: Vec, y: Y): Vec;
  /** ∇² in z, times r. */
  hessianVector(z: Vec, r: Vec): Vec;
}

/** Probabilities from scores, pᵢ = e^{zᵢ} / Σ e^{zⱼ}; the largest score is taken out first. */
export function softmax(z: Vec): Vec {
  const largest = Math.max(...z);
  const powers = z.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** −log p_y with p = softmax(z): of a label y = 0, 1, …; its gradient is p minus the right answer. */
export const crossEntropyLoss: OutputLoss<number> = {
  value(z, y) {
    const largest = Math.max(...z);
    const sum = z.reduce((total, score) => total + Math.exp(score - largest), 0);
    return largest - z[y]! + Math.log(sum);
  },
  gradient: (z, y) => softmax(z).map((p, i) => (i === y ? p - 1 : p)),
  hessianVector(z, r) {
    const p = softmax(z);
    const mean = p.reduce((sum, pi, i) => sum + pi * r[i]!, 0);
    return p.map((pi, i) => pi * (r[i]! - mean));
  },
};

/** −log p(y) of a label y = 0 or 1, with p(1) = σ(z) of the one output z. */
export const logisticOutputLoss: OutputLoss<number> = {
  value: ([z], y) => logisticLoss.value(z!, y),
  gradient: ([z], y) => Float64Array.of(logisticLoss.slope(z!, y)),
  hessianVector: ([z], r) => Float64Array.of(logisticLoss.bend(z!, 0) * r[0]!),
};

/** ½ ‖z − y‖². */
export const squaredOutputLoss: OutputLoss<Vec> = {
  value: (z, y) => 0.5 * z.reduce((sum, zi, i) => sum + (zi - y[i]!) ** 2, 0),
  gradient: (z, y) => z.map((zi, i) => zi - y[i]!),
  hessianVector: (_z, r) => r,
};
