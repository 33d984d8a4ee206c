import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { type Fields, wholeField } from "../url-state.ts";

/** How many rates are drawn on each scale, and the seed. */
export interface DrawsState {
  readonly count: number;
  readonly seed: number;
}

export const countTrack: Track = { type: "linear", domain: [10, 300], stops: 29, digits: 0 };

export const drawsFields: Fields<DrawsState> = {
  count: wholeField(100, ...countTrack.domain),
  seed: seedField(),
};
