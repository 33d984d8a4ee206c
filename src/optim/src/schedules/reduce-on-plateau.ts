import {
  nonNegative,
  requireIn,
  requireKnown,
  requireOneOf,
  requireWhole,
  unitHalfOpen,
} from "../internal/guard.ts";

export interface ReduceOnPlateauOptions {
  /** The rate α in [0, ∞) at first. */
  readonly learningRate: number;
  /** Whether a loss is to fall or a score to rise. Default "min". */
  readonly mode?: "min" | "max";
  /** Factor γ in [0, 1) of each reduction. Default 0.1. */
  readonly factor?: number;
  /** How many losses in a row may fail to be better, a whole number. Default 10. */
  readonly patience?: number;
  /** By how much a loss must beat the best one, in [0, ∞). Default 1e-4. */
  readonly threshold?: number;
  /** Whether the threshold is a part of the best loss, "rel", or an amount, "abs". Default "rel". */
  readonly thresholdMode?: "rel" | "abs";
  /** For how many losses after a reduction nothing is counted, a whole number. Default 0. */
  readonly cooldown?: number;
  /** The lowest rate, in [0, ∞). Default 0. */
  readonly minLearningRate?: number;
  /** A reduction by no more than this is left out, in [0, ∞). Default 1e-8. */
  readonly epsilon?: number;
}

/** What is known after some losses: plain data. */
export interface PlateauState {
  /** The rate of the next step. */
  readonly learningRate: number;
  /** The best loss so far; ∞ before the first, −∞ for a score. */
  readonly best: number;
  /** How many losses in a row were not better. */
  readonly bad: number;
  /** How many losses are still ahead for which nothing is counted. */
  readonly cooldown: number;
}

/** A rule that turns losses into rates. It keeps nothing: all it knows is in the state. */
export interface PlateauRule {
  /** The state before the first loss. */
  init(): PlateauState;
  /** The state after one more loss. */
  next(state: PlateauState, loss: number): PlateauState;
}

/**
 * Reduces the rate when the loss has stopped falling. No schedule, since it must see the losses:
 * `withPlateau` puts it around a method.
 *
 *     loss < best (1 − threshold)       better, and the new best; "rel"
 *     loss < best − threshold           the same; "abs"
 *     α ← max(γ α, minLearningRate)     more than `patience` in a row not better
 *
 * For a score (mode "max") the comparisons are > best (1 + threshold) and > best + threshold. NaN is
 * never better. Where losses are below 0 use "abs": with "rel" even a slightly higher one would
 * count as better.
 *
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range or an unknown word.
 * Source: torch.optim.lr_scheduler.ReduceLROnPlateau (min_lr is `minLearningRate`, eps `epsilon`),
 * with its defaults.
 */
export function reduceOnPlateau(options: ReduceOnPlateauOptions): PlateauRule {
  const rule = checked(options);
  const isBetter = comparison(rule);
  return {
    init: () => ({
      learningRate: rule.learningRate,
      best: rule.mode === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
      bad: 0,
      cooldown: 0,
    }),
    next(state, loss) {
      const { learningRate } = state;
      const better = isBetter(loss, state.best);
      const best = better ? loss : state.best;
      if (state.cooldown > 0) return { learningRate, best, bad: 0, cooldown: state.cooldown - 1 };
      const bad = better ? 0 : state.bad + 1;
      if (bad <= rule.patience) return { learningRate, best, bad, cooldown: 0 };
      const reduced = Math.max(learningRate * rule.factor, rule.minLearningRate);
      const worthwhile = learningRate - reduced > rule.epsilon;
      return {
        learningRate: worthwhile ? reduced : learningRate,
        best,
        bad: 0,
        cooldown: rule.cooldown,
      };
    },
  };
}

const OPTIONS: readonly string[] = [
  "learningRate",
  "mode",
  "factor",
  "patience",
  "threshold",
  "thresholdMode",
  "cooldown",
  "minLearningRate",
  "epsilon",
];

function checked(options: ReduceOnPlateauOptions): Required<ReduceOnPlateauOptions> {
  const where = "reduceOnPlateau";
  requireKnown(where, options, OPTIONS);
  return {
    learningRate: requireIn(where, "learningRate", options.learningRate, nonNegative),
    mode: requireOneOf(where, "mode", options.mode ?? "min", ["min", "max"]),
    factor: requireIn(where, "factor", options.factor ?? 0.1, unitHalfOpen),
    patience: requireWhole(where, "patience", options.patience ?? 10),
    threshold: requireIn(where, "threshold", options.threshold ?? 1e-4, nonNegative),
    thresholdMode: requireOneOf(where, "thresholdMode", options.thresholdMode ?? "rel", [
      "rel",
      "abs",
    ]),
    cooldown: requireWhole(where, "cooldown", options.cooldown ?? 0),
    minLearningRate: requireIn(where, "minLearningRate", options.minLearningRate ?? 0, nonNegative),
    epsilon: requireIn(where, "epsilon", options.epsilon ?? 1e-8, nonNegative),
  };
}

function comparison({
  mode,
  threshold,
  thresholdMode,
}: Required<ReduceOnPlateauOptions>): (loss: number, best: number) => boolean {
  if (mode === "min")
    return thresholdMode === "rel"
      ? (loss, best) => loss < best * (1 - threshold)
      : (loss, best) => loss < best - threshold;
  return thresholdMode === "rel"
    ? (loss, best) => loss > best * (1 + threshold)
    : (loss, best) => loss > best + threshold;
}
