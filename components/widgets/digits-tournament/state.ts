import { choiceField, type Field, type Fields } from "../url-state.ts";
import { entrants } from "./entrants.ts";

/** Who takes part, and the budget of each: epochs of a training, and rates tried. */
export interface TournamentState {
  /** Ids with dots between them, in the order of the catalogue; "all" for all. */
  readonly who: string;
  readonly epochs: number;
  readonly rates: number;
}

export const EPOCHS: readonly number[] = [2, 5, 20];
/** Rates tried from 0.0001 to 10: one for each power of ten, or two. */
export const COUNTS: readonly number[] = [6, 11];
/** Starts, and orders of the images, that the best rate of each method is tried with. */
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5];

export const ALL = "all";
/** A small tournament: what one would try first. */
export const FEW = "adam.adamw.gradient-descent.momentum.muon.soap";

/** The rates of a search: from 0.0001 to 10, evenly by factors. */
export function ratesOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) =>
    Number((10 ** (-4 + (5 * i) / (count - 1))).toPrecision(2)),
  );
}

/** The ids that a text of the state stands for, in the order of the catalogue. */
export function chosenOf(who: string): readonly string[] {
  const ids = entrants.map(({ id }) => id);
  const asked = who.split(".");
  return who === ALL ? ids : ids.filter((id) => asked.includes(id));
}

/** The inverse of `chosenOf`. */
export function whoOf(ids: readonly string[]): string {
  const listed = entrants.map(({ id }) => id).filter((id) => ids.includes(id));
  return listed.length === entrants.length ? ALL : listed.join(".");
}

const whoField: Field<string> = {
  initial: ALL,
  parse: (text) => {
    const ids = chosenOf(text);
    return ids.length === 0 ? undefined : whoOf(ids);
  },
  format: (value) => value,
};

export const tournamentFields: Fields<TournamentState> = {
  who: whoField,
  epochs: choiceField(5, EPOCHS),
  rates: choiceField(11, COUNTS),
};
