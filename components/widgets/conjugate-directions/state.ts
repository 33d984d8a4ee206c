import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** Where both runs start, the condition number of the bowl, and the step shown. */
export interface ConjugateState {
  readonly x: number;
  readonly y: number;
  readonly kappa: number;
  readonly t: number;
}

/** What the left picture shows. */
export const WINDOW = { x: [-4.6, 4.6], y: [-4, 4] } as const;

export const kappaTrack: Track = { type: "log", domain: [1.5, 50], stops: 50, digits: 2 };

/** How far the axes of the bowl are turned, in radians. */
export const ANGLE = Math.PI / 6;

export const STEPS = 12;

export const conjugateFields: Fields<ConjugateState> = {
  x: numberField(-3.6, ...WINDOW.x),
  y: numberField(-0.4, ...WINDOW.y),
  kappa: numberField(8, ...kappaTrack.domain),
  t: wholeField(2, 0, STEPS),
};
