import { say } from "#src/language/say.ts";
import { bestGradientDescent } from "#src/plotting/quadratic-rates.ts";
import { sameSetting, type Track } from "../slider-scale.ts";
import { type Fields, flagField, numberField, wholeField } from "../url-state.ts";

/** What the reader sets: the rate, the step shown, and whether the loss is drawn on a logarithmic scale. */
export interface ErrorState {
  readonly eta: number;
  readonly t: number;
  readonly log: boolean;
}

/** From flat to stiff. */
export const CURVATURES = [0.01, 0.1, 1] as const;
export const START = [1, 1, 1] as const;
export const STEPS = 500;
export const etaTrack: Track = { type: "linear", domain: [0.05, 2.05], stops: 400, digits: 3 };

export const BEST = bestGradientDescent(CURVATURES[0], CURVATURES[2]).eta;

export const errorFields: Fields<ErrorState> = {
  eta: numberField(1, ...etaTrack.domain),
  t: wholeField(10, 0, STEPS),
  log: flagField(true),
};

/** The rates that the text compares. */
export const presets = [
  { label: "1", eta: 1 },
  { label: "1.5", eta: 1.5 },
  { label: say("best, 1.980"), eta: BEST },
  { label: say("past the limit, 2.02"), eta: 2.02 },
] as const;

/** The preset that the state is at, or −1. */
export function presetOf({ eta }: Pick<ErrorState, "eta">): number {
  return presets.findIndex((preset) => sameSetting(eta, preset.eta));
}
