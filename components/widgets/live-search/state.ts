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

export const liveFields: Fields<LiveState> = {
  strategy: choiceField<Strategy>("random", STRATEGIES),
  method: choiceField<MoonsMethod>("momentum", METHODS),
  range: choiceField<RangeName>("wide", RANGES),
  seed: seedField(),
  t: wholeField(5, 0, lengthOf("halving")),
};
