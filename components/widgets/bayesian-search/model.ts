import {
  type BayesianTrial,
  bayesianOptimization,
  expectedImprovement,
  type GaussianProcess,
  gaussianProcessAt,
  linearRange,
  searchSpace,
} from "@downhill/optim";

/** The exponents r that are searched: the learning rate is 10 to the r. */
export const LOW = -5;
export const HIGH = 0;
/** Trials in all, the first three given. */
export const TRIALS = 12;
export const FIRST = [-4.5, -2.5, -0.5] as const;

/** A loss after training as a function of the exponent: a bowl with ripples. */
export function lossAt(r: number): number {
  return 0.2 + 0.15 * (r + 2) ** 2 + 0.1 * Math.sin(5 * r);
}

type Values = { readonly r: number };
export type AskedTrial = BayesianTrial<Values>;

const space = searchSpace({ r: linearRange(LOW, HIGH) });
const grid: readonly Values[] = Array.from({ length: 1001 }, (_, i) => ({ r: LOW + i / 200 }));

export interface BayesianModel {
  readonly trials: readonly AskedTrial[];
  /** The belief after t trials, at index t; none before the first three. */
  readonly beliefs: readonly (GaussianProcess | undefined)[];
}

/** @param lengthScale over how many powers of ten the loss is believed to change. */
export function bayesianModel(lengthScale: number): BayesianModel {
  const { trials, model } = bayesianOptimization(({ r }) => lossAt(r), space, {
    trials: TRIALS,
    seed: 1,
    initial: FIRST.map((r) => ({ r })),
    candidates: grid,
    kernel: "rbf",
    lengthScale: lengthScale / (HIGH - LOW),
    noise: 1e-6,
  });
  return { trials, beliefs: [...trials.map(({ reason }) => reason?.model), model] };
}

/** Belief and expected improvement at one exponent. */
export interface Belief {
  readonly r: number;
  readonly mean: number;
  readonly sigma: number;
  readonly improvement: number;
}

/** What is believed after t trials, along the range; nothing before the first three are in. */
export function beliefAfter({ trials, beliefs }: BayesianModel, t: number): readonly Belief[] {
  const process = beliefs[t];
  if (process === undefined) return [];
  const best = bestAfter(trials, t)?.score ?? Number.NaN;
  return Array.from({ length: 201 }, (_, i) => {
    const r = LOW + ((HIGH - LOW) * i) / 200;
    const { mean, sigma } = gaussianProcessAt(process, space.features({ r }));
    return { r, mean, sigma, improvement: expectedImprovement(mean, sigma, best) };
  });
}

/** The best of the first t trials. */
export function bestAfter(trials: readonly AskedTrial[], t: number): AskedTrial | undefined {
  return trials.slice(0, t).toSorted((a, b) => a.score - b.score)[0];
}
