import { METHODS, type MoonsMethod } from "../moons-network/training.ts";
import { seedField } from "../seed.ts";
import { choiceField, type Fields, wholeField } from "../url-state.ts";
import { lengthOf, RANGES, type RangeName, STRATEGIES, type Strategy } from "./model.ts";

/** How and for which method is searched, in which range, with which chance; trials made. */
export interface LiveState {
  readonly strategy: Strategy;
  readonly method: MoonsMethod;
  readonly range: RangeName;
  readonly seed: number;
  readonly t: number;
}

/**
 * The first state has no rate that is much too high. Such runs are chaotic: the last bit of the exponential
 * function decides them, and that is not the same in every browser, nor on the server.
 */
const FIRST_SHOWN = 7;

export const liveFields: Fields<LiveState> = {
  strategy: choiceField<Strategy>("grid", STRATEGIES),
  method: choiceField<MoonsMethod>("momentum", METHODS),
  range: choiceField<RangeName>("wide", RANGES),
  seed: seedField(),
  t: wholeField(FIRST_SHOWN, 0, lengthOf("halving")),
};
