import { type Fields, flagField, wholeField } from "../url-state.ts";

/** The step shown, how time is drawn, and whether the bounds are. */
export interface WorstCaseState {
  readonly t: number;
  readonly log: boolean;
  readonly bounds: boolean;
}

/** Coordinates of the chain. */
export const LINKS = 60;
export const STEPS = 2000;
/** Retention of the heavy ball. */
export const BETA = 0.9;

export const worstCaseFields: Fields<WorstCaseState> = {
  t: wholeField(30, 0, STEPS),
  log: flagField(true),
  bounds: flagField(true),
};
