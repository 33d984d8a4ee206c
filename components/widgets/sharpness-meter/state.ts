import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** The learning rate, and the step shown. */
export interface SharpnessState {
  readonly eta: number;
  readonly t: number;
}

/** Steps of training, and after how many each the sharpness is measured. */
export const STEPS = 4000;
export const EVERY = 50;

export const FIRST_RATE = 0.5;
export const etaTrack: Track = { type: "log", domain: [0.05, 1], stops: 130, digits: 2 };
export const PRESETS = [0.1, 0.3, 0.5, 0.8].map((eta) => ({ label: String(eta), eta }));

export const sharpnessFields: Fields<SharpnessState> = {
  eta: numberField(FIRST_RATE, ...etaTrack.domain),
  t: wholeField(STEPS, 0, STEPS),
};
