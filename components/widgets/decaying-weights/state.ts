import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** The retention and how many numbers have been taken in. */
export interface WeightsState {
  readonly beta: number;
  readonly t: number;
}

export const betaTrack: Track = { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 };

/** Lengths of the axis of ages. */
const LENGTHS = [10, 20, 40, 60, 100, 200, 300] as const;
export const LONGEST = 600;
/** So many windows are shown: what lies beyond has a quarter of a per cent of the weight. */
const WINDOWS = 6;

/** How many ages are shown: few round numbers, so that the axis mostly stays while the slider moves. */
export function lengthFor(beta: number): number {
  // Rounded: 6/(1 − 0.9) is a little above 60 in floating point.
  const needed = Number((WINDOWS / (1 - beta)).toFixed(6));
  return LENGTHS.find((length) => length >= needed) ?? LONGEST;
}

/** One window full of numbers: the bars handed out are those that "the last 1/(1 − β) values" are. */
export const weightsFields: Fields<WeightsState> = {
  beta: numberField(0.9, ...betaTrack.domain),
  t: wholeField(10, 0, LONGEST),
};
