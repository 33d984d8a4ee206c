import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField } from "../url-state.ts";
import { METHODS, type MethodName } from "./methods.ts";

/** Two methods to compare, and the loss that is good enough. */
export interface SensitivityState {
  readonly one: MethodName;
  readonly other: MethodName;
  readonly limit: number;
}

/** Losses that the limit can be set to. */
export const limitTrack: Track = { type: "log", domain: [0.001, 0.5], stops: 54, digits: 2 };

export const sensitivityFields: Fields<SensitivityState> = {
  one: choiceField<MethodName>("momentum", METHODS),
  other: choiceField<MethodName>("Adam", METHODS),
  limit: numberField(0.1, ...limitTrack.domain),
};
