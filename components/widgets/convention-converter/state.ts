import type { Convention } from "#src/plotting/conventions.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, flagField, numberField, wholeField } from "../url-state.ts";

/** A rate in one convention, and what is done with it in the others. */
export interface ConverterState {
  /** The convention that eta is meant in. */
  readonly from: Convention;
  readonly eta: number;
  readonly beta: number;
  /** Convert the rate for the others, or copy the number as it stands. */
  readonly rates: "converted" | "copied";
  /** Divide the rate by ten after step CUT_AFTER. */
  readonly cut: boolean;
  readonly t: number;
}

export const STEPS = 40;
export const CUT_AFTER = 20;
export const CONVENTIONS = ["A", "B", "C"] as const;
export const CURVATURES = [1, 50] as const;
export const START = [-4, 1] as const;
export const WINDOW = { x: [-4.8, 4.8], y: [-1.7, 1.7] } as const;
export const etaTrack: Track = { type: "log", domain: [0.001, 1], stops: 180, digits: 3 };
export const betaTrack: Track = { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 };

export const converterFields: Fields<ConverterState> = {
  from: choiceField<Convention>("B", CONVENTIONS),
  eta: numberField(0.02, ...etaTrack.domain),
  beta: numberField(0.9, ...betaTrack.domain),
  rates: choiceField("converted", ["converted", "copied"] as const),
  cut: flagField(false),
  t: wholeField(25, 0, STEPS),
};
