import { seedField } from "../seed.ts";
import { type Fields, wholeField } from "../url-state.ts";
import { ROUNDS } from "./model.ts";

/** The seed of the population, and the round shown. */
export interface PopulationState {
  readonly seed: number;
  readonly t: number;
}

export const populationFields: Fields<PopulationState> = {
  seed: { ...seedField(), initial: 4 },
  t: wholeField(ROUNDS, 0, ROUNDS),
};
