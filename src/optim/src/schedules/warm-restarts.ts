import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { between, cosineShare } from "../internal/between.ts";
import { nonNegative, requireIn, requireKnown, requireWhole } from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

export interface WarmRestartsOptions {
  /** The rate α in [0, ∞) at every restart. */
  readonly learningRate: number;
  /** Length T₀ of the first period, a whole number of steps, 1 or more. */
  readonly period: number;
  /** How many times as long each next period is, a whole number, 1 or more. Default 1. */
  readonly growth?: number;
  /** The rate α_end in [0, ∞) that each period falls towards. Default 0. */
  readonly end?: number;
}

/**
 * Cosine annealing with warm restarts: whenever the rate has come down, it jumps up again.
 *
 *     α_k = α_end + (α − α_end) (1 + cos(π i/T_j))/2,    T_j = T₀ m^j,  m the growth
 *
 * i = 0, 1, …, T_j − 1 counts the steps of period j; its last step is the one before α_end.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 * Sources: Loshchilov & Hutter 2017 (SGDR); torch.optim.lr_scheduler.CosineAnnealingWarmRestarts
 * (T_0 is `period`, T_mult is `growth`, eta_min is `end`), with its defaults.
 */
export function warmRestarts(options: WarmRestartsOptions): Schedule {
  requireKnown("warmRestarts", options, ["learningRate", "period", "growth", "end"]);
  const { learningRate, period, growth = 1, end = 0 } = options;
  requireIn("warmRestarts", "learningRate", learningRate, nonNegative);
  requireWhole("warmRestarts", "period", period, 1);
  requireWhole("warmRestarts", "growth", growth, 1);
  requireIn("warmRestarts", "end", end, nonNegative);
  return (k) => {
    const { since, length } = periodAt(k - 1, period, growth);
    return between(learningRate, end, cosineShare(since / length));
  };
}

/** How many steps the period that contains step n + 1 has run, and how long it is. */
function periodAt(n: number, first: number, growth: number): { since: number; length: number } {
  if (growth === 1) return { since: n % first, length: first };
  let since = n;
  let length = first;
  while (since >= length) {
    since -= length;
    length *= growth;
  }
  return { since, length };
}

/** The catalogue card of warm restarts. */
export const warmRestartsCard: ScheduleCard = {
  id: "warm-restarts",
  title: "Cosine with warm restarts",
  parameters: [
    scheduleRateParameter,
    {
      name: "period",
      symbol: "T_0",
      label: "first period",
      default: 20,
      min: 1,
      max: 200,
      scale: "linear",
      whole: true,
    },
    {
      name: "growth",
      symbol: "m",
      label: "growth",
      default: 2,
      min: 1,
      max: 4,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Loshchilov & Hutter 2017",
  make: ({ learningRate = 0.1, period = 20, growth = 2 } = {}) =>
    warmRestarts({ learningRate, period, growth }),
};
