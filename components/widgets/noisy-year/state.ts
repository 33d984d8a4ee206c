import type { Track } from "../slider-scale.ts";
import { type Fields, flagField, numberField, wholeField } from "../url-state.ts";

/** The retention, whether the corrected average is drawn, and the day shown. */
export interface YearState {
  readonly beta: number;
  readonly corrected: boolean;
  readonly t: number;
}

export const DAYS = 365;
export const betaTrack: Track = { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 };

/** On this day the average that is not corrected is twenty degrees too cold. */
export const yearFields: Fields<YearState> = {
  beta: numberField(0.98, ...betaTrack.domain),
  corrected: flagField(true),
  t: wholeField(20, 0, DAYS),
};
