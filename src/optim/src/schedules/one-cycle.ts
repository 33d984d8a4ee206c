import { type ScheduleCard, scheduleRateParameter, scheduleStepsParameter } from "../card.ts";
import { between, cosineShare } from "../internal/between.ts";
import {
  atLeastOne,
  nonNegative,
  requireBoolean,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
  unitClosed,
} from "../internal/guard.ts";
import type { Schedule } from "../types.ts";

/** The course of the one cycle. */
export interface OneCycleCourse {
  /** How many steps T the cycle takes, a whole number, 1 or more. */
  readonly steps: number;
  /** Which part of them leads to the peak, in [0, 1]. Default 0.3. */
  readonly peakAt?: number;
  /** The form of the slopes. Default "cosine". */
  readonly anneal?: "cosine" | "linear";
  /** Come down to the first rate as fast as it rose, and only then to the last. Default false. */
  readonly threePhase?: boolean;
}

export interface OneCycleOptions extends OneCycleCourse {
  /** The highest rate α in [0, ∞). */
  readonly learningRate: number;
  /** The first rate is α over this, in [1, ∞). Default 25. */
  readonly startDivisor?: number;
  /** The last rate is the first over this, in [1, ∞). Default 10⁴. */
  readonly endDivisor?: number;
}

export interface OneCycleMomentumOptions extends OneCycleCourse {
  /** The lowest momentum, at the peak of the rate; in [0, 1]. Default 0.85. */
  readonly base?: number;
  /** The highest momentum, at the start and at the end; in [0, 1]. Default 0.95. */
  readonly max?: number;
}

/**
 * One cycle: a single rise to a high rate, and a long fall to a very small one.
 *
 *     two phases      α/25 → α → α/(25·10⁴)            n = k − 1 at their ends: p T − 1, T − 1
 *     three phases    α/25 → α → α/25 → α/(25·10⁴)     p T − 1, 2 p T − 2, T − 1
 *
 * Each phase is half a cosine wave or a straight line, and p is `peakAt`. Where p T is no whole
 * number, the peak lies between two steps. With three phases and p above ½ there is no time for the
 * third. After step T the last rate stays.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Sources: Smith & Topin 2018; torch.optim.lr_scheduler.OneCycleLR (max_lr is `learningRate`,
 * total_steps `steps`, pct_start `peakAt`, div_factor and final_div_factor `startDivisor` and
 * `endDivisor`), with its defaults.
 */
export function oneCycle(options: OneCycleOptions): Schedule {
  requireKnown("oneCycle", options, ["learningRate", "startDivisor", "endDivisor", ...COURSE]);
  const { learningRate: peak, startDivisor = 25, endDivisor = 1e4 } = options;
  requireIn("oneCycle", "learningRate", peak, nonNegative);
  requireIn("oneCycle", "startDivisor", startDivisor, atLeastOne);
  requireIn("oneCycle", "endDivisor", endDivisor, atLeastOne);
  const start = peak / startDivisor;
  const end = start / endDivisor;
  return through(
    courseOf("oneCycle", options),
    options.threePhase === true ? [start, peak, start, end] : [start, peak, end],
  );
}

/**
 * The momentum that goes with `oneCycle`: it falls while the rate rises, and rises while it falls.
 *
 *     two phases      β_high → β_low → β_high
 *     three phases    β_high → β_low → β_high → β_high
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: torch.optim.lr_scheduler.OneCycleLR (base_momentum is `base`, max_momentum is `max`).
 */
export function oneCycleMomentum(options: OneCycleMomentumOptions): Schedule {
  requireKnown("oneCycleMomentum", options, ["base", "max", ...COURSE]);
  const { base = 0.85, max = 0.95 } = options;
  requireIn("oneCycleMomentum", "base", base, unitClosed);
  requireIn("oneCycleMomentum", "max", max, unitClosed);
  return through(
    courseOf("oneCycleMomentum", options),
    options.threePhase === true ? [max, base, max, max] : [max, base, max],
  );
}

const COURSE = ["steps", "peakAt", "anneal", "threePhase"];

interface Course {
  /** The n at which each phase ends. */
  readonly ends: readonly number[];
  readonly share: (time: number) => number;
}

function courseOf(where: string, options: OneCycleCourse): Course {
  const steps = requireWhole(where, "steps", options.steps, 1);
  const part = requireIn(where, "peakAt", options.peakAt ?? 0.3, unitClosed);
  const anneal = requireOneOf(where, "anneal", options.anneal ?? "cosine", ["cosine", "linear"]);
  const three = requireBoolean(where, "threePhase", options.threePhase ?? false);
  const peak = part * steps - 1;
  return {
    ends: three ? [peak, 2 * part * steps - 2, steps - 1] : [peak, steps - 1],
    share: anneal === "cosine" ? cosineShare : (time) => time,
  };
}

/** From level to level, one phase after the other. */
function through({ ends, share }: Course, levels: readonly number[]): Schedule {
  const last = ends.length - 1;
  return (k) => {
    const n = Math.min(k - 1, ends[last]!);
    const phase = ends.findIndex((end, i) => n <= end || i === last);
    const start = phase === 0 ? 0 : ends[phase - 1]!;
    const length = ends[phase]! - start;
    const time = length > 0 ? (n - start) / length : 1;
    return between(levels[phase]!, levels[phase + 1]!, share(time));
  };
}

/** The catalogue card of the one cycle. */
export const oneCycleCard: ScheduleCard = {
  id: "one-cycle",
  title: "One cycle",
  parameters: [
    scheduleRateParameter,
    scheduleStepsParameter,
    {
      name: "peakAt",
      symbol: "p",
      label: "peak at",
      default: 0.3,
      min: 0,
      max: 1,
      scale: "linear",
    },
  ],
  source: "Smith & Topin 2018",
  make: ({ learningRate = 0.1, steps = 100, peakAt = 0.3 } = {}) =>
    oneCycle({ learningRate, steps, peakAt }),
};
