import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

/** The decay, the standard deviation of the gradients of the weight on the left and on the right. */
export interface WeightDecayState {
  readonly omega: number;
  readonly left: number;
  readonly right: number;
  readonly t: number;
}

export const ETA = 0.001;
/** Steps of each run. */
export const STEPS = 2000;
/** Runs of which the mean is shown: those of the seeds from 1 to this. */
export const RUNS = 200;

export const DEVIATIONS = [10, 1, 0.1, 0.01] as const;
export const omegaTrack: Track = { type: "log", domain: [0.01, 1], stops: 80, digits: 2 };

export const weightDecayFields: Fields<WeightDecayState> = {
  omega: numberField(0.1, ...omegaTrack.domain),
  left: choiceField<number>(10, DEVIATIONS),
  right: choiceField<number>(0.1, DEVIATIONS),
  t: wholeField(STEPS, 0, STEPS),
};
