import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { nonNegative, requireIn, requireKnown, requireWhole, show } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface MultiStepDecayOptions {
  /** The rate α in [0, ∞) of the first steps. */
  readonly learningRate: number;
  /** After how many steps the rate drops: whole numbers in any order. One given twice drops it twice. */
  readonly milestones: readonly number[];
  /** Factor γ in [0, ∞) of each drop. Default 0.1. */
  readonly factor?: number;
}

/**
 * The rate drops by a factor at each of some milestones.
 *
 *     α_k = α γ^(number of milestones ≤ n),    n = k − 1
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Source: torch.optim.lr_scheduler.MultiStepLR (gamma is `factor`).
 */
export function multiStepDecay(options: MultiStepDecayOptions): Schedule {
  requireKnown("multiStepDecay", options, ["learningRate", "milestones", "factor"]);
  const { learningRate, milestones: given, factor = 0.1 } = options;
  requireIn("multiStepDecay", "learningRate", learningRate, nonNegative);
  if (!Array.isArray(given))
    throw new TypeError(
      `multiStepDecay: milestones must be a list of whole numbers such as [30, 80], got ${show(given)}`,
    );
  const milestones = given.map((each) => requireWhole("multiStepDecay", "every milestone", each));
  requireIn("multiStepDecay", "factor", factor, nonNegative);
  return (k) => learningRate * factor ** milestones.filter((milestone) => milestone < k).length;
}

/** The catalogue card of decay at milestones, with two of them. */
export const multiStepDecayCard: ScheduleCard = {
  id: "multi-step-decay",
  title: "Decay at milestones",
  parameters: [
    scheduleRateParameter,
    {
      name: "first",
      symbol: "m_1",
      label: "first milestone",
      default: 30,
      min: 0,
      max: 500,
      scale: "linear",
      whole: true,
    },
    {
      name: "second",
      symbol: "m_2",
      label: "second milestone",
      default: 80,
      min: 0,
      max: 500,
      scale: "linear",
      whole: true,
    },
    {
      name: "factor",
      symbol: "\\gamma",
      label: "factor",
      default: 0.1,
      min: 0,
      max: 1,
      scale: "linear",
    },
  ],
  source: "torch.optim.lr_scheduler.MultiStepLR",
  make: ({ learningRate = 0.1, first = 30, second = 80, factor = 0.1 } = {}) =>
    multiStepDecay({ learningRate, milestones: [first, second], factor }),
};
