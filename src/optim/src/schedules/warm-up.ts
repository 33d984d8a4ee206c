import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { requireKnown, requireWhole } from "../internal/guard.ts";
import { learningRateOf } from "../internal/learning-rate.ts";
import type { Schedule } from "../types.ts";

export interface WarmUpOptions {
  /** Number of steps w of the warm-up, a whole number. */
  readonly steps: number;
}

/**
 * A linear warm-up in front of any schedule: the rate rises to the schedule's first, then the schedule
 * begins.
 *
 *     α_k = α(1) k/w for k ≤ w,    α_k = α(k − w) for k > w
 *
 * No step is wasted at rate 0: the first one has α(1)/w, step w has α(1), and so has step w + 1.
 * Adaptive methods have seen few gradients by then, and the curvature is often largest at the
 * start: for both, the full rate can be too high.
 *
 * In PyTorch: SequentialLR of LinearLR(start_factor=1/w, end_factor=1, total_iters=w − 1) and the
 * schedule, with milestone w.
 *
 * @param schedule a schedule α, or a number for a constant rate.
 * @throws TypeError or RangeError for a schedule or number of steps that is none.
 * Sources: Goyal et al. 2017; Vaswani et al. 2017.
 */
export function warmUp(schedule: number | Schedule, options: WarmUpOptions): Schedule {
  requireKnown("warmUp", options, ["steps"]);
  const rateOf = learningRateOf("warmUp", schedule, "schedule");
  const steps = requireWhole("warmUp", "steps", options.steps);
  return (k) => (k <= steps ? rateOf(1) * (k / steps) : rateOf(k - steps));
}

/** The catalogue card of the warm-up, in front of a constant rate. */
export const warmUpCard: ScheduleCard = {
  id: "warm-up",
  title: "Warm-up",
  parameters: [
    scheduleRateParameter,
    {
      name: "steps",
      symbol: "w",
      label: "warm-up steps",
      default: 20,
      min: 0,
      max: 200,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Goyal et al. 2017",
  make: ({ learningRate = 0.1, steps = 20 } = {}) => warmUp(learningRate, { steps }),
};
