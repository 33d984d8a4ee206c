import { say } from "#src/language/say.ts";
import { bestMomentum } from "#src/plotting/quadratic-rates.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, flagField, numberField, wholeField } from "../url-state.ts";

/** What the reader sets: bowl(1, kappa), momentum with eta and beta, the start, the step shown. */
export interface RavineState {
  readonly kappa: number;
  readonly eta: number;
  readonly beta: number;
  readonly x: number;
  readonly y: number;
  readonly t: number;
  readonly log: boolean;
}

/** Runs that have not arrived by then are given up. */
export const LONGEST = 500;
/** The runs stop when the distance to the minimum has shrunk by this factor. */
export const TARGET = 1e-3;
export const KAPPAS = [25, 50, 100] as const;
/** What the ravine shows of the plane. */
export const WINDOW = { x: [-4.8, 3.6], y: [-2.3, 2.3] } as const;
export const etaTrack: Track = { type: "log", domain: [0.002, 0.3], stops: 150, digits: 3 };
export const betaTrack: Track = { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 };

const best = bestMomentum(1, 25);

export const ravineFields: Fields<RavineState> = {
  kappa: choiceField<number>(25, KAPPAS),
  eta: numberField(best.eta, ...etaTrack.domain),
  beta: numberField(best.beta, ...betaTrack.domain),
  x: numberField(-4, ...WINDOW.x),
  y: numberField(1, ...WINDOW.y),
  t: wholeField(7, 0, LONGEST),
  log: flagField(true),
};

/** A pair worth trying, by its story. */
export interface Preset {
  readonly label: string;
  readonly eta: number;
  readonly beta: number;
}

/** The pairs that the text talks about, for curvatures 1 and kappa. */
export function presets(kappa: number): readonly Preset[] {
  const tuned = bestMomentum(1, kappa);
  return [
    { label: say("best pair"), eta: tuned.eta, beta: tuned.beta },
    { label: "β = 0.9, η = 1/L", eta: 1 / kappa, beta: 0.9 },
    { label: "β = 0, η = 1/L", eta: 1 / kappa, beta: 0 },
    { label: say("past the limit"), eta: 1.02 * ((2 * (1 + 0.6)) / kappa), beta: 0.6 },
  ];
}

/** The preset that the state is at, if any. */
export function presetOf({ kappa, eta, beta }: RavineState): number | undefined {
  const index = presets(kappa).findIndex((p) => p.eta === eta && p.beta === beta);
  return index < 0 ? undefined : index;
}

/** Another ravine; a pair that was a preset becomes the same preset of the new one. */
export function withKappa(state: RavineState, kappa: number): RavineState {
  const index = presetOf(state);
  const pair = index === undefined ? undefined : presets(kappa)[index];
  const { eta, beta } = pair ?? state;
  return { ...state, kappa, eta, beta };
}
