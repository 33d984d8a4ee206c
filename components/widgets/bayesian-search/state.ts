import type { Track } from "../slider-scale.ts";
import { type Fields, flagField, numberField, wholeField } from "../url-state.ts";
import { TRIALS } from "./model.ts";

/** The length over which the loss is believed to change, in powers of ten; whether the truth is shown; trials made. */
export interface BayesianState {
  readonly length: number;
  readonly truth: boolean;
  readonly t: number;
}

export const lengthTrack: Track = { type: "log", domain: [0.2, 2], stops: 40, digits: 2 };

export const bayesianFields: Fields<BayesianState> = {
  length: numberField(0.6, ...lengthTrack.domain),
  truth: flagField(true),
  t: wholeField(3, 0, TRIALS),
};

/** Lengths that the text talks about. */
export const PRESETS = [0.2, 0.6, 2].map((length) => ({ label: `ℓ = ${length}`, length }));
