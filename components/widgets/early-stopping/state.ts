import { choiceField, type Fields, wholeField } from "../url-state.ts";

/** How many looks without improvement are waited for, and the look shown. */
export interface StoppingState {
  readonly patience: number;
  readonly t: number;
}

export const PATIENCES: readonly number[] = [1, 3, 5, 9, 10, 20, 50];
/** Steps between two looks at the validation loss. */
export const EVERY = 100;
export const LOOKS = 2000;

export const stoppingFields: Fields<StoppingState> = {
  patience: choiceField<number>(5, PATIENCES),
  t: wholeField(LOOKS, 0, LOOKS),
};
