import {
  gradientDescentKernel,
  lineage,
  linearRange,
  normalPerturbation,
  type PopulationTrial,
  populationBasedTraining,
  searchSpace,
  type Training,
} from "@downhill/optim";

export const MODES = ["neither", "explore", "exploit", "both"] as const;
export type Mode = (typeof MODES)[number];

/** Rounds of training between exchanges, and gradient steps in each. */
export const ROUNDS = 20;
export const STEPS_PER_ROUND = 10;
const RATE = 0.01;
const START = [0.9, 0.9] as const;
/** The largest h that a mutation may reach, and its standard deviation. */
export const HIGHEST = 1.5;
const MUTATION = 0.2;

type Weights = readonly [number, number];
type Values = { readonly h0: number; readonly h1: number };
export type WorkerTrial = PopulationTrial<Values, Weights>;

/** What is to be made large: 1.2 at the origin. */
export function quality([a, b]: Weights): number {
  return 1.2 - a * a - b * b;
}

/** Some gradient steps on what a worker sees of Q: its h₀θ₀² + h₁θ₁² to be made small. */
export function trainWith([a, b]: Weights, { h0, h1 }: Values, steps = STEPS_PER_ROUND): Weights {
  const theta = Float64Array.of(a, b);
  const g = new Float64Array(2);
  for (let i = 0; i < steps; i++) {
    g[0] = 2 * h0 * (theta[0] as number);
    g[1] = 2 * h1 * (theta[1] as number);
    gradientDescentKernel(theta, g, RATE);
  }
  return [theta[0] as number, theta[1] as number];
}

const training: Training<Values, Weights> = {
  start: () => START,
  train: (state, values) => trainWith(state, values),
  score: (state) => -quality(state),
};
const space = searchSpace({ h0: linearRange(0, HIGHEST), h1: linearRange(0, HIGHEST) });

/** Two workers, one of which sees the first weight only and one the second. */
export function twoWorkers(mode: Mode, seed: number): readonly WorkerTrial[] {
  return populationBasedTraining(training, space, {
    members: [
      { h0: 1, h1: 0 },
      { h0: 0, h1: 1 },
    ],
    rounds: ROUNDS,
    seed,
    exploit: mode === "exploit" || mode === "both" ? 0.5 : 0,
    inherit: "state",
    explore: mode === "explore" || mode === "both" ? "all" : "none",
    perturb: normalPerturbation(MUTATION / HIGHEST),
  }).trials;
}

/** Both workers after a round, in their order. */
export function afterRound(trials: readonly WorkerTrial[], round: number): readonly WorkerTrial[] {
  return trials.filter((trial) => trial.round === round);
}

/** The better of the two after a round, with all that its weights come from. */
export function lineTo(trials: readonly WorkerTrial[], round: number): readonly WorkerTrial[] {
  const [first, second] = afterRound(trials, round) as [WorkerTrial, WorkerTrial];
  return lineage(trials, second.score < first.score ? second : first);
}
