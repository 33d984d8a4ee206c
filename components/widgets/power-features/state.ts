import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, wholeField } from "../url-state.ts";

export const INTERVALS = ["unit", "symmetric"] as const;
export const BASES = ["powers", "standardized", "Legendre"] as const;

/** Between 0 and 1, or between −1 and 1. */
export type Interval = (typeof INTERVALS)[number];
/** 1, z, z² …; the same with the columns standardized; or Legendre's polynomials. */
export type Basis = (typeof BASES)[number];

export interface PowerState {
  readonly degree: number;
  readonly interval: Interval;
  readonly basis: Basis;
}

export const HIGHEST = 8;
export const POINTS = 21;
export const degreeTrack: Track = { type: "linear", domain: [1, HIGHEST], stops: 7, digits: 0 };

export const powerFields: Fields<PowerState> = {
  degree: wholeField(5, 1, HIGHEST),
  interval: choiceField<Interval>("unit", INTERVALS),
  basis: choiceField<Basis>("powers", BASES),
};
