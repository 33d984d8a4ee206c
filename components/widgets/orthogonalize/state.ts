import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** The smaller singular value of the matrix, the larger being 1, and the step shown. */
export interface OrthogonalizeState {
  readonly small: number;
  readonly t: number;
}

export const STEPS = 12;

export const smallTrack: Track = { type: "log", domain: [0.005, 1], stops: 92, digits: 2 };

export const orthogonalizeFields: Fields<OrthogonalizeState> = {
  small: numberField(0.05, ...smallTrack.domain),
  t: wholeField(5, 0, STEPS),
};
