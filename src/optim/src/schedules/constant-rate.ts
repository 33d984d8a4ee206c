import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface ConstantRateOptions {
  /** The rate α in [0, ∞). */
  readonly learningRate: number;
}

/**
 * The same rate at every step: α_k = α. With noisy gradients a run then ends in a cloud around the
 * minimum, which only a falling rate shrinks.
 *
 * @throws TypeError or RangeError for a rate outside its range.
 */
export function constantRate(options: ConstantRateOptions): Schedule {
  requireKnown("constantRate", options, ["learningRate"]);
  const alpha = requireIn("constantRate", "learningRate", options.learningRate, nonNegative);
  return () => alpha;
}

/** The catalogue card of the constant rate. */
export const constantRateCard: ScheduleCard = {
  id: "constant-rate",
  title: "Constant",
  parameters: [scheduleRateParameter],
  source: "Cauchy 1847",
  make: ({ learningRate = 0.1 } = {}) => constantRate({ learningRate }),
};
