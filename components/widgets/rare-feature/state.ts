import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

/** The methods that run against plain stochastic descent. */
export type Rival = "AdaGrad" | "RMSprop" | "Adam";
export type Runner = "SGD" | Rival;

/** What the reader sets: who runs against SGD, both rates, which stream, and the example shown. */
export interface RareState {
  readonly rival: Rival;
  readonly sgd: number;
  readonly eta: number;
  readonly seed: number;
  readonly t: number;
}

/** How many examples a stream has. */
export const EXAMPLES = 1000;
/** How often the second feature is 1. */
export const FREQUENCY = 0.02;
/** The weights that the answers are made with. */
export const TRUE_WEIGHTS = [1, 2] as const;
/** The medians are taken over the streams 1 to this. */
export const STREAMS = 21;

export const RIVALS: readonly Rival[] = ["AdaGrad", "RMSprop", "Adam"];
export const sgdTrack: Track = { type: "log", domain: [0.005, 0.2], stops: 120, digits: 2 };
export const etaTrack: Track = { type: "log", domain: [0.005, 3], stops: 180, digits: 2 };

/** The rates among which each method's best is looked for. */
export const RATES: Readonly<Record<Runner, readonly number[]>> = {
  SGD: [0.01, 0.02, 0.03, 0.05, 0.07, 0.09, 0.1, 0.11, 0.12, 0.13, 0.14, 0.15, 0.17, 0.2],
  AdaGrad: [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.5, 2, 3],
  RMSprop: [0.005, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.1, 0.15, 0.2, 0.3],
  Adam: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.15, 0.2, 0.3],
};

export const rareFields: Fields<RareState> = {
  rival: choiceField<Rival>("AdaGrad", RIVALS),
  sgd: numberField(0.02, ...sgdTrack.domain),
  eta: numberField(0.5, ...etaTrack.domain),
  seed: { ...seedField(), initial: 5 },
  t: wholeField(EXAMPLES, 0, EXAMPLES),
};
