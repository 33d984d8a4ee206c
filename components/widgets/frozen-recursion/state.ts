import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";
import { STEPS } from "./model.ts";

/** The decay, and the number n of updates shown. */
export interface FrozenState {
  readonly d: number;
  readonly t: number;
}

export const decayTrack: Track = { type: "log", domain: [0.01, 1], stops: 80, digits: 2 };

export const frozenFields: Fields<FrozenState> = {
  d: numberField(0.1, ...decayTrack.domain),
  t: wholeField(20, 0, STEPS),
};

/** Decays that the text talks about. */
export const PRESETS = [0.01, 0.1, 1].map((d) => ({ label: `d = ${d}`, d }));
