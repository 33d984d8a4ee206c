import { choiceField, type Fields, wholeField } from "../url-state.ts";

/** Steps between two averagings, and the step shown. */
export interface LocalState {
  readonly H: number;
  readonly t: number;
}

export const LOCAL_STEPS: readonly number[] = [1, 2, 5, 10, 50, 100];
/** Steps that the figure shows. */
export const STEPS = 200;

export const localFields: Fields<LocalState> = {
  H: choiceField<number>(10, LOCAL_STEPS),
  t: wholeField(59, 0, STEPS),
};
