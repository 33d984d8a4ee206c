import { type ScheduleCard, scheduleRateParameter } from "../card.ts";
import { between } from "../internal/between.ts";
import {
  nonNegative,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
  unitClosed,
} from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

/** How the height of the triangles goes on; see `cyclicRate`. */
export type CyclicMode = "triangular" | "triangular2" | "exp_range";

/** The course of a cycle. */
export interface CyclicCourse {
  /** Steps u on the way up, a whole number, 1 or more. Default 2000. */
  readonly stepsUp?: number;
  /** Steps d on the way down, a whole number, 1 or more. Default: as many as up. */
  readonly stepsDown?: number;
  /** Height of the triangles. Default "triangular": all the same. */
  readonly mode?: CyclicMode;
  /** Factor γ in [0, 1] of the mode "exp_range". Default 1. */
  readonly factor?: number;
}

export interface CyclicRateOptions extends CyclicCourse {
  /** The highest rate α in [0, ∞). */
  readonly learningRate: number;
  /** The lowest rate α_low in [0, ∞), with which each cycle starts and ends. */
  readonly base: number;
}

export interface CyclicMomentumOptions extends CyclicCourse {
  /** The lowest momentum, at the highest rate; in [0, 1]. Default 0.8. */
  readonly base?: number;
  /** The highest momentum, at the lowest rate; in [0, 1]. Default 0.9. */
  readonly max?: number;
}

/**
 * A rate that goes up and down in triangles, over and over.
 *
 *     α_k = α_low + (α − α_low) s h
 *
 * s rises from 0 to 1 in u steps and falls back in d. The height h is 1 ("triangular"), half as
 * much with each cycle ("triangular2"), or γⁿ with n = k − 1 ("exp_range").
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Smith 2017; torch.optim.lr_scheduler.CyclicLR (max_lr is `learningRate`, base_lr
 * `base`, step_size_up and step_size_down `stepsUp` and `stepsDown`, gamma `factor`).
 */
export function cyclicRate(options: CyclicRateOptions): Schedule {
  requireKnown("cyclicRate", options, ["learningRate", "base", ...COURSE]);
  const { learningRate, base } = options;
  requireIn("cyclicRate", "learningRate", learningRate, nonNegative);
  requireIn("cyclicRate", "base", base, nonNegative);
  const height = heightOf("cyclicRate", options);
  return (k) => between(base, learningRate, height(k - 1));
}

/**
 * The momentum that goes with `cyclicRate`: low where the rate is high, and the other way round.
 *
 *     β_k = β_high − (β_high − β_low) s h
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: torch.optim.lr_scheduler.CyclicLR (base_momentum is `base`, max_momentum is `max`).
 */
export function cyclicMomentum(options: CyclicMomentumOptions = {}): Schedule {
  requireKnown("cyclicMomentum", options, ["base", "max", ...COURSE]);
  const { base = 0.8, max = 0.9 } = options;
  requireIn("cyclicMomentum", "base", base, unitClosed);
  requireIn("cyclicMomentum", "max", max, unitClosed);
  const height = heightOf("cyclicMomentum", options);
  return (k) => between(max, base, height(k - 1));
}

const COURSE = ["stepsUp", "stepsDown", "mode", "factor"];
const MODES: readonly CyclicMode[] = ["triangular", "triangular2", "exp_range"];

/** s h as a function of n = 0, 1, … */
function heightOf(where: string, course: CyclicCourse): (n: number) => number {
  const up = requireWhole(where, "stepsUp", course.stepsUp ?? 2000, 1);
  const down = requireWhole(where, "stepsDown", course.stepsDown ?? up, 1);
  const mode = requireOneOf(where, "mode", course.mode ?? "triangular", MODES);
  const factor = requireIn(where, "factor", course.factor ?? 1, unitClosed);
  return (n) => {
    const inCycle = n % (up + down);
    const triangle = inCycle <= up ? inCycle / up : (up + down - inCycle) / down;
    if (mode === "triangular2") return triangle / 2 ** Math.floor(n / (up + down));
    return mode === "exp_range" ? triangle * factor ** n : triangle;
  };
}

/** The catalogue card of the cyclic rate, with equal triangles. */
export const cyclicRateCard: ScheduleCard = {
  id: "cyclic-rate",
  title: "Cyclic rate",
  parameters: [
    scheduleRateParameter,
    {
      name: "base",
      symbol: "\\eta_{\\text{low}}",
      label: "lowest rate",
      default: 0.01,
      min: 0,
      max: 1,
      scale: "linear",
    },
    {
      name: "stepsUp",
      symbol: "u",
      label: "steps up",
      default: 20,
      min: 1,
      max: 200,
      scale: "linear",
      whole: true,
    },
  ],
  source: "Smith 2017",
  make: ({ learningRate = 0.1, base = 0.01, stepsUp = 20 } = {}) =>
    cyclicRate({ learningRate, base, stepsUp }),
};
