import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** How far beside the axis the runs start, and the step shown. */
export interface NewtonSaddleState {
  readonly y0: number;
  readonly t: number;
}

/** Where all runs start along the axis. */
export const X0 = 1;
/** The rate of gradient descent. */
export const RATE = 0.1;
/** A run has arrived when it is this near to the minimum. */
export const NEAR = 1e-3;
export const LONGEST = 200;

export const y0Track: Track = { type: "linear", domain: [0, 0.6], stops: 120, digits: 4 };
export const PRESETS = [0.0001, 0.1, 0.3, 0.44, 0.5, 0.57].map((y0) => ({
  label: String(y0),
  y0,
}));

export const newtonSaddleFields: Fields<NewtonSaddleState> = {
  y0: numberField(0.3, ...y0Track.domain),
  t: wholeField(LONGEST, 0, LONGEST),
};
