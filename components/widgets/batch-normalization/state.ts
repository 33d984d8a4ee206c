import { seedField } from "../seed.ts";
import { choiceField, type Fields } from "../url-state.ts";

/** The learning rate, the size of the first weights, and the seed. */
export interface NormState {
  readonly eta: number;
  /** The deviation of the first weights, in units of He's √(2/inputs). */
  readonly scale: number;
  readonly seed: number;
}

export const STEPS = 150;
export const BATCH = 32;
/** Hidden layers, and units in each. */
export const DEPTH = 5;
export const WIDTH = 16;

export const RATES: readonly number[] = [0.03, 0.1, 0.3];
export const SCALES: readonly number[] = [0.1, 0.3, 1, 3, 10];

export const normFields: Fields<NormState> = {
  eta: choiceField<number>(0.1, RATES),
  scale: choiceField<number>(0.3, SCALES),
  seed: seedField(),
};
