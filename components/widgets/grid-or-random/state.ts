import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { type Fields, numberField } from "../url-state.ts";
import { SEARCHES } from "./model.ts";

/** How much the second setting matters, from not at all to as much as the first; the seed. */
export interface SearchState {
  readonly weight: number;
  readonly seed: number;
}

export const weightTrack: Track = { type: "linear", domain: [0, 1], stops: 20, digits: 2 };

export const searchFields: Fields<SearchState> = {
  weight: numberField(0, ...weightTrack.domain),
  seed: seedField(SEARCHES),
};
