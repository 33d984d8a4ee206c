import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, wholeField } from "../url-state.ts";

export type Place = "start" | "near" | "minimum";

/** The batch size, and the place at which the gradient is estimated. */
export interface SpreadState {
  readonly b: number;
  readonly place: Place;
}

export const COUNT = 200;
/** So many batches are drawn of each kind. */
export const DRAWS = 2000;
export const batchTrack: Track = { type: "log", domain: [1, COUNT], stops: 120, digits: 6 };

export const spreadFields: Fields<SpreadState> = {
  b: wholeField(8, 1, COUNT),
  place: choiceField<Place>("start", ["start", "near", "minimum"]),
};
