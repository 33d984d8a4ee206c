import { say } from "#src/language/say.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

/** How the step length is looked for. */
export const SEARCHES = [
  { value: "backtracking", label: say("backtracking") },
  { value: "strong-wolfe", label: say("strong Wolfe") },
  { value: "golden-section", label: say("golden section") },
  { value: "secant", label: say("secant") },
  { value: "newton", label: "Newton" },
] as const;

export type SearchName = (typeof SEARCHES)[number]["value"];

/** The search, where the line begins, the two constants, the first trial, and the trial shown. */
export interface BenchState {
  readonly search: SearchName;
  readonly start: number;
  readonly c1: number;
  readonly c2: number;
  readonly first: number;
  readonly t: number;
}

export const startTrack: Track = { type: "linear", domain: [-2.1, 2.1], stops: 84, digits: 2 };
export const c1Track: Track = { type: "log", domain: [1e-4, 0.5], stops: 74, digits: 2 };
export const c2Track: Track = { type: "linear", domain: [0.05, 0.95], stops: 18, digits: 2 };
export const firstTrack: Track = { type: "log", domain: [0.01, 1], stops: 40, digits: 2 };

/** More trials than a search of the figure makes. */
export const MOST_TRIALS = 40;

export const benchFields: Fields<BenchState> = {
  search: choiceField<SearchName>(
    "backtracking",
    SEARCHES.map(({ value }) => value),
  ),
  start: numberField(2, ...startTrack.domain),
  c1: numberField(1e-4, ...c1Track.domain),
  c2: numberField(0.9, ...c2Track.domain),
  first: numberField(1, ...firstTrack.domain),
  t: wholeField(4, 0, MOST_TRIALS),
};
