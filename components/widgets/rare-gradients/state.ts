import { seedField } from "../seed.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField } from "../url-state.ts";

/** When the large gradient comes, Adam's and AMSGrad's memory of squares, and the seed of chance. */
export interface RareGradientsState {
  readonly when: When;
  readonly beta2: number;
  readonly seed: number;
}

export type When = "every" | "random";

/** Steps of the run. */
export const STEPS = 200_000;
export const beta2Track: Track = { type: "linear", domain: [0.9, 0.9999], stops: 999, digits: 4 };

export const rareGradientsFields: Fields<RareGradientsState> = {
  when: choiceField<When>("every", ["every", "random"]),
  beta2: numberField(0.99, ...beta2Track.domain),
  seed: seedField(),
};

/** Memories that the text talks about. */
export const PRESETS = [0.99, 0.999, 0.9999].map((beta2) => ({ label: String(beta2), beta2 }));
