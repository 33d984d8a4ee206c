import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** What the reader sets: how far the bowl is turned, in degrees clockwise, and the step shown. */
export interface TurnedState {
  readonly angle: number;
  readonly t: number;
}

export const CURVATURES = [1, 25] as const;
export const STEPS = 60;
export const WINDOW = { x: [-5, 5], y: [-5, 5] } as const;
export const angleTrack: Track = { type: "linear", domain: [0, 90], stops: 90, digits: 0 };

export const turnedFields: Fields<TurnedState> = {
  angle: numberField(45, ...angleTrack.domain),
  t: wholeField(STEPS, 0, STEPS),
};
