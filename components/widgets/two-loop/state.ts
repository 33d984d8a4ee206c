import { type Fields, numberField, wholeField } from "../url-state.ts";
import { firstGradient } from "./pairs.ts";

/** The vector −g, how many pairs are used, and the line shown. */
export interface TwoLoopState {
  readonly x: number;
  readonly y: number;
  readonly m: number;
  readonly t: number;
}

export const MOST_PAIRS = 3;

/** What the picture shows. */
export const WINDOW = { x: [-1.7, 2.3], y: [-1.1, 2] } as const;

const round = (value: number) => Number(value.toFixed(2));

export const twoLoopFields: Fields<TwoLoopState> = {
  x: numberField(round(-firstGradient.x), ...WINDOW.x),
  y: numberField(round(-firstGradient.y), ...WINDOW.y),
  m: wholeField(MOST_PAIRS, 1, MOST_PAIRS),
  t: wholeField(1, 0, 1 + 2 * MOST_PAIRS),
};
