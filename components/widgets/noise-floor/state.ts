import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

/** The rate, the curvature, the batch size that divides the noise, and the step shown. */
export interface FloorState {
  readonly eta: number;
  readonly lambda: number;
  readonly b: number;
  readonly seed: number;
  readonly t: number;
}

export const STEPS = 4000;
export const BATCHES = [1, 4, 16, 64] as const;
export const etaTrack: Track = { type: "log", domain: [0.01, 2.2], stops: 240, digits: 3 };
export const lambdaTrack: Track = { type: "log", domain: [0.25, 4], stops: 80, digits: 2 };

export const floorFields: Fields<FloorState> = {
  eta: numberField(0.1, ...etaTrack.domain),
  lambda: numberField(1, ...lambdaTrack.domain),
  b: choiceField<number>(1, BATCHES),
  seed: seedField(),
  t: wholeField(STEPS, 0, STEPS),
};

/** The rates of the text. */
export const presets = [0.1, 0.5, 1, 1.9].map((eta) => ({ label: `η = ${eta}`, eta }));
