import { say } from "#src/language/say.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** A point of the phase diagram and the step shown. */
export interface PhaseState {
  /** Learning rate times curvature, ηλ. */
  readonly p: number;
  readonly beta: number;
  readonly t: number;
}

/** Steps of the run beside the diagram. */
export const STEPS = 80;
export const pTrack: Track = { type: "sqrt", domain: [0.0004, 4], stops: 198, digits: 3 };
export const betaTrack: Track = { type: "linear", domain: [0, 0.99], stops: 99, digits: 2 };

export const phaseFields: Fields<PhaseState> = {
  p: numberField(0.1, ...pTrack.domain),
  beta: numberField(0.8, 0, 0.995),
  t: wholeField(12, 0, STEPS),
};

/** A place in the diagram with its name in the text. */
export interface Place {
  readonly label: string;
  readonly p: number;
  readonly beta: number;
}

/** One place for each behaviour. */
export const PLACES: readonly Place[] = [
  { label: say("creeping"), p: 0.01, beta: 0.5 },
  { label: say("critical"), p: 0.01, beta: 0.81 },
  { label: say("ringing"), p: 0.1, beta: 0.8 },
  { label: say("long ringing"), p: 0.1, beta: 0.97 },
  { label: say("hopping"), p: 1.7, beta: 0.05 },
  { label: say("almost too far"), p: 3.7, beta: 0.9 },
  { label: say("divergent"), p: 3.81, beta: 0.9 },
];

/** The place that the state is at, or −1. */
export function placeOf({ p, beta }: Pick<PhaseState, "p" | "beta">): number {
  return PLACES.findIndex((place) => place.p === p && place.beta === beta);
}

/** A dragged point as a setting: three digits, and never η = 0 or β = 1, where nothing moves or stops. */
export function settingAt({ x, y }: Point): Pick<PhaseState, "p" | "beta"> {
  const [least, most] = pTrack.domain;
  return {
    p: Math.min(most, Math.max(least, Number(x.toPrecision(3)))),
    beta: Math.min(0.995, Math.max(0, Number(y.toFixed(3)))),
  };
}
