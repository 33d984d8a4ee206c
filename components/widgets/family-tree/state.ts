import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, wholeField } from "../url-state.ts";
import { members } from "./members.ts";

/** The member looked at, and the year up to which the tree is drawn. */
export interface TreeState {
  readonly of: string;
  readonly until: number;
}

export const LAST_YEAR = 2025;
export const untilTrack: Track = {
  type: "linear",
  domain: [1845, LAST_YEAR],
  stops: LAST_YEAR - 1845,
  digits: 0,
};

export const treeFields: Fields<TreeState> = {
  of: choiceField(
    "adam",
    members.map(({ id }) => id),
  ),
  until: wholeField(LAST_YEAR, ...untilTrack.domain),
};
