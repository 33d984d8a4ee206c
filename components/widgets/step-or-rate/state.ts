import type { Track } from "../slider-scale.ts";
import { type Fields, flagField, numberField, wholeField } from "../url-state.ts";

/** A length for the one method, a rate for the other, and the step shown. */
export interface StepOrRateState {
  readonly h: number;
  readonly eta: number;
  readonly t: number;
  readonly log: boolean;
}

/** Both runs start here, on x². */
export const START = 2;
export const STEPS = 30;
export const lengthTrack: Track = { type: "linear", domain: [0.05, 1], stops: 95, digits: 2 };
export const rateTrack: Track = { type: "linear", domain: [0.02, 1], stops: 98, digits: 2 };

export const stepOrRateFields: Fields<StepOrRateState> = {
  h: numberField(0.3, ...lengthTrack.domain),
  eta: numberField(0.2, ...rateTrack.domain),
  t: wholeField(STEPS, 0, STEPS),
  log: flagField(false),
};

/** Lengths worth trying. */
export const LENGTHS = [0.3, 0.15, 0.1, 0.25] as const;
