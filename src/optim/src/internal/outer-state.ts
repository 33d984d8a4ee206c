import type { State } from "../types.ts";

/** What the state of a wrapper repeats of the state inside: the step, its length, and its ending. */
export function outerState({ k, stepLength, stalled, diverged }: State): Omit<State, "x"> {
  return {
    k,
    ...(stepLength === undefined ? {} : { stepLength }),
    ...(stalled === undefined ? {} : { stalled }),
    ...(diverged === undefined ? {} : { diverged }),
  };
}
