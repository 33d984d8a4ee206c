import {
  gradientDescent,
  lineage,
  logRange,
  methodTraining,
  type PopulationTrial,
  populationBasedTraining,
  type State,
  searchSpace,
} from "@downhill/optim";
import {
  batchesOf,
  heldOutLoss,
  moonsRun,
  STEPS_PER_EPOCH,
  startOf,
} from "../moons-network/training.ts";

export const MEMBERS = 10;
export const ROUNDS = 15;
/** Epochs of a round. */
export const EPOCHS = 2;

type Values = { readonly learningRate: number };
export type MemberTrial = PopulationTrial<Values, State>;

const space = searchSpace({ learningRate: logRange(1e-3, 10) });

/** Ten networks on two moons, trained side by side by SGD; after each round the worst two copy the best. */
export function population(seed: number): readonly MemberTrial[] {
  const training = methodTraining<Values>({
    make: ({ learningRate }) => gradientDescent({ learningRate }),
    objective: batchesOf(1),
    start: startOf(1),
    steps: EPOCHS * STEPS_PER_EPOCH,
  });
  const score = ({ x }: State) => heldOutLoss(x);
  return populationBasedTraining({ ...training, score }, space, {
    members: MEMBERS,
    rounds: ROUNDS,
    seed,
  }).trials;
}

/** The members after a round, in their order. */
export function afterRound(trials: readonly MemberTrial[], round: number): readonly MemberTrial[] {
  return trials.slice(round * MEMBERS, (round + 1) * MEMBERS);
}

/** The best member after a round, with all that it comes from. */
export function bestLine(trials: readonly MemberTrial[], round: number): readonly MemberTrial[] {
  const best = afterRound(trials, round).toSorted((a, b) => a.score - b.score)[0] as MemberTrial;
  return lineage(trials, best);
}

/** The same network and batches at one rate all along: the loss after all epochs. */
export function constantRateLoss(learningRate: number): number {
  const run = moonsRun("SGD", learningRate);
  run.trainUntil(ROUNDS * EPOCHS);
  return run.losses.at(-1) as number;
}
