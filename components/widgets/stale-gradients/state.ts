import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** How late gradients are, the learning rate, and the step shown. */
export interface StaleState {
  readonly tau: number;
  readonly eta: number;
  readonly t: number;
}

export const STEPS = 160;
export const LATEST = 16;

export const tauTrack: Track = { type: "linear", domain: [0, LATEST], stops: LATEST, digits: 0 };
export const etaTrack: Track = { type: "log", domain: [0.02, 2.2], stops: 240, digits: 3 };

export const staleFields: Fields<StaleState> = {
  tau: wholeField(4, 0, LATEST),
  eta: numberField(0.3, ...etaTrack.domain),
  t: wholeField(60, 0, STEPS),
};

/** A setting that the text talks about. */
export const PRESETS = [
  { label: "η = 0.3", eta: 0.3 },
  { label: "η = 0.36", eta: 0.36 },
  { label: "η = 0.03", eta: 0.03 },
] as const;
