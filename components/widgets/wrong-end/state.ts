import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** The large gradient, the two retentions, and the step shown. */
export interface WrongEndState {
  readonly C: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly t: number;
}

/** Steps that the figure shows: a hundred cycles. */
export const SHOWN = 300;
/** Steps of the run, the last of which is in the table only. */
export const STEPS = 3000;

export const largeTrack: Track = { type: "linear", domain: [2.1, 10], stops: 79, digits: 1 };
export const beta1Track: Track = { type: "linear", domain: [0, 0.95], stops: 19, digits: 2 };
export const beta2Track: Track = { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 };

export const wrongEndFields: Fields<WrongEndState> = {
  C: numberField(3, ...largeTrack.domain),
  beta1: numberField(0, ...beta1Track.domain),
  beta2: numberField(0.1, ...beta2Track.domain),
  t: wholeField(30, 0, SHOWN),
};

/** A memory that the text talks about. */
export interface Preset {
  readonly label: string;
  readonly beta2: number;
}

export const PRESETS: readonly Preset[] = [0.1, 0.45, 0.49, 0.9, 0.99].map((beta2) => ({
  label: String(beta2),
  beta2,
}));
