import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

/** The rate of plain gradient descent, the pairs of L-BFGS, and the noise. */
export interface ContestState {
  readonly eta: number;
  readonly m: number;
  readonly sigma: number;
}

export const NOISES = [0, 0.01, 0.1, 1].map((value) => ({ value, label: String(value) }));

export const etaTrack: Track = { type: "linear", domain: [0.0002, 0.0024], stops: 22, digits: 4 };
export const memoryTrack: Track = { type: "linear", domain: [1, 10], stops: 9, digits: 0 };

export const contestFields: Fields<ContestState> = {
  eta: numberField(0.0015, ...etaTrack.domain),
  m: wholeField(5, ...memoryTrack.domain),
  sigma: choiceField(
    0,
    NOISES.map(({ value }) => value),
  ),
};
