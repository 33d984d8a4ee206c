import { type Fields, numberField, wholeField } from "../url-state.ts";

/** Where the three runs start, and the step shown. */
export interface DescentState {
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

export const LONGEST = 200;

/** From this start the three methods end in three different hollows. */
export const descentFields: Fields<DescentState> = {
  x: numberField(2, -5.2, 5.2),
  y: numberField(-2.2, -2.9, 2.3),
  t: wholeField(LONGEST, 0, LONGEST),
};
