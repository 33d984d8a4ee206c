import { say } from "#src/language/say.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

export const SOLVERS = [
  { value: "dogleg", label: say("dogleg") },
  { value: "exact", label: say("best step") },
] as const;

export type SolverName = (typeof SOLVERS)[number]["value"];

/** Where the run starts, its first radius, how the step is found, and the step shown. */
export interface TrustRunState {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly solver: SolverName;
  readonly t: number;
}

/** What the picture shows of the valley. */
export const WINDOW = { x: [-1.9, 1.9], y: [-1, 2] } as const;

export const radiusTrack: Track = { type: "log", domain: [0.05, 4], stops: 38, digits: 2 };

export const MOST_STEPS = 100;

export const trustRunFields: Fields<TrustRunState> = {
  x: numberField(-1.2, ...WINDOW.x),
  y: numberField(1, ...WINDOW.y),
  radius: numberField(1, ...radiusTrack.domain),
  solver: choiceField<SolverName>("dogleg", ["dogleg", "exact"]),
  t: wholeField(2, 0, MOST_STEPS),
};
