import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

export const PLACES = [
  "bowl",
  "dome",
  "pass",
  "monkey",
  "quartic-bowl",
  "quartic-pass",
  "cubic",
  "trough",
] as const;

/** A function with a stationary point at 0. */
export type PlaceId = (typeof PLACES)[number];

export interface CriticalState {
  readonly place: PlaceId;
  /** Radius of the walk around 0. */
  readonly r: number;
  /** Where on the walk, in degrees. */
  readonly phi: number;
}

export const radiusTrack: Track = { type: "linear", domain: [0.2, 1], stops: 16, digits: 2 };
export const angleTrack: Track = { type: "linear", domain: [0, 360], stops: 72, digits: 0 };

export const criticalFields: Fields<CriticalState> = {
  place: choiceField<PlaceId>("quartic-pass", PLACES),
  r: numberField(0.8, ...radiusTrack.domain),
  phi: wholeField(90, ...angleTrack.domain),
};
