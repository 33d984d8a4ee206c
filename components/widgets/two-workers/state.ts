import { seedField } from "../seed.ts";
import { choiceField, type Fields, wholeField } from "../url-state.ts";
import { MODES, type Mode, ROUNDS } from "./model.ts";

/** What the two workers may do between rounds, the seed, and the round shown. */
export interface WorkersState {
  readonly mode: Mode;
  readonly seed: number;
  readonly t: number;
}

export const workersFields: Fields<WorkersState> = {
  mode: choiceField<Mode>("both", MODES),
  seed: seedField(),
  t: wholeField(ROUNDS, 0, ROUNDS),
};
