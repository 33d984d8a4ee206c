import type { Schedule } from "../types.ts";

/**
 * The share that the newest point gets in an average weighted by the squares of learning rates:
 * c_k = α_k²/(α_1² + … + α_k²), and 0 as long as all rates were 0. Adds α_k² to the sum.
 */
export function shareOfNewest(memory: { weightSum: number }, alpha: number): number {
  const weight = alpha * alpha;
  memory.weightSum += weight;
  return memory.weightSum === 0 ? 0 : weight / memory.weightSum;
}

/** A schedule that rises to its full height on a straight line: α_k min(1, k/steps). */
export function withWarmUp(rateOf: Schedule, steps: number): Schedule {
  return (k) => (k < steps ? (rateOf(k) * k) / steps : rateOf(k));
}
