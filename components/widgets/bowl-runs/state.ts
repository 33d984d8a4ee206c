import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";
import { type SceneName, scenes } from "./scenes.ts";

/** What the reader sets: the factor before the loss, the axes in degrees, rate and β₂, the step shown. */
export interface BowlRunsState {
  readonly c: number;
  readonly angle: number;
  readonly eta: number;
  readonly beta2: number;
  readonly t: number;
}

export const CURVATURES = [1, 25] as const;
/** Along the floor and across. */
export const START = { x: -4, y: 1 } as const;

export const cTrack: Track = { type: "log", domain: [0.01, 100], stops: 80, digits: 2 };
export const angleTrack: Track = { type: "linear", domain: [0, 90], stops: 90, digits: 0 };
export const etaTrack: Track = { type: "log", domain: [0.01, 0.5], stops: 60, digits: 2 };
/** Memories of 10, 100, 1000 and 10 000 steps. */
export const BETA2S = [0.9, 0.99, 0.999, 0.9999] as const;

function fieldsOf(name: SceneName): Fields<BowlRunsState> {
  const { eta, angle, steps, t } = scenes[name];
  return {
    c: numberField(1, ...cTrack.domain),
    angle: numberField(angle, ...angleTrack.domain),
    eta: numberField(eta, ...etaTrack.domain),
    beta2: choiceField<number>(0.999, BETA2S),
    t: wholeField(t, 0, steps),
  };
}

export const bowlRunsFields: Readonly<Record<SceneName, Fields<BowlRunsState>>> = {
  "three-methods": fieldsOf("three-methods"),
  "cold-start": fieldsOf("cold-start"),
  "own-axes": fieldsOf("own-axes"),
  "forgetful-adam": fieldsOf("forgetful-adam"),
};
