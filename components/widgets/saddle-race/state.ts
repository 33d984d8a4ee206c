import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, flagField, numberField, wholeField } from "../url-state.ts";

/** What the reader sets: the rate, where the runs start, the noise, the guard ε, the step shown. */
export interface RaceState {
  readonly eta: number;
  /** The distance from the axis at the start, where it is not exactly 0. */
  readonly y0: number;
  /** Start exactly on the axis. */
  readonly onAxis: boolean;
  /** Standard deviation of the gradient noise in each coordinate. */
  readonly sigma: number;
  /** Which noise. */
  readonly seed: number;
  readonly epsilon: number;
  readonly t: number;
}

/** Where all runs start along the ridge. */
export const X0 = 1;
/** A method has left when it is this far from the axis: half-way to a minimum. */
export const LEFT = 0.5;
/** A run that has not left by then is not followed further. */
export const LONGEST = 1500;

export const etaTrack: Track = { type: "log", domain: [0.005, 0.2], stops: 160, digits: 2 };
export const y0Track: Track = { type: "log", domain: [1e-12, 0.1], stops: 110, digits: 2 };
export const SIGMAS = [0, 1e-6, 1e-4, 1e-2, 0.1] as const;
export const EPSILONS = [1e-8, 1e-2] as const;
export const LAST_SEED = 200;

export const raceFields: Fields<RaceState> = {
  eta: numberField(0.02, ...etaTrack.domain),
  y0: numberField(1e-3, ...y0Track.domain),
  onAxis: flagField(false),
  sigma: choiceField<number>(0, SIGMAS),
  seed: seedField(LAST_SEED),
  epsilon: choiceField<number>(1e-8, EPSILONS),
  t: wholeField(60, 0, LONGEST),
};
