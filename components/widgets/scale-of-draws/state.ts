import { seedField } from "../seed.ts";
import type { Fields } from "../url-state.ts";

/** The seed of the draws. */
export interface DrawsState {
  readonly seed: number;
}

export const drawsFields: Fields<DrawsState> = { seed: seedField() };
