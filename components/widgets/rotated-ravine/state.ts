import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** What the reader sets: how far the ravine is turned, in degrees, the rate, the step shown. */
export interface RotatedState {
  readonly angle: number;
  readonly eta: number;
  readonly t: number;
}

export const CURVATURES = [1, 100] as const;
export const STEPS = 40;
export const WINDOW = { x: [-4.9, 4.9], y: [-4.9, 4.9] } as const;
export const angleTrack: Track = { type: "linear", domain: [0, 60], stops: 60, digits: 0 };
export const etaTrack: Track = { type: "log", domain: [0.1, 10], stops: 80, digits: 2 };

export const rotatedFields: Fields<RotatedState> = {
  angle: numberField(45, ...angleTrack.domain),
  eta: numberField(1, ...etaTrack.domain),
  t: wholeField(STEPS, 0, STEPS),
};
