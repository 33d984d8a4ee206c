import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, wholeField } from "../url-state.ts";

export const ENSEMBLES = ["GOE", "equal"] as const;
/** Off the diagonal half the variance of the diagonal, or the same. */
export type Ensemble = (typeof ENSEMBLES)[number];

export interface RandomState {
  readonly n: number;
  readonly ensemble: Ensemble;
  /** Batches drawn so far. */
  readonly t: number;
}

export const LARGEST = 8;
/** Matrices in a batch, and batches in a run. */
export const BATCH = 20;
export const BATCHES = 150;
export const sizeTrack: Track = { type: "linear", domain: [1, LARGEST], stops: 7, digits: 0 };

export const randomFields: Fields<RandomState> = {
  n: wholeField(3, 1, LARGEST),
  ensemble: choiceField<Ensemble>("GOE", ENSEMBLES),
  t: wholeField(BATCHES, 0, BATCHES),
};
