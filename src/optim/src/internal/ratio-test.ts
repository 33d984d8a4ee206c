import type { Vec } from "../types.ts";

/**
 * What f fell by, over what the model promised: 1 if the model is right, 0 or less if f did not fall.
 *
 * Where rounding of f hides so small a decrease, both parts of the fraction count as larger
 * by 10 units in the last place of f, which brings it near 1. Not so if longer steps have failed:
 * a wrong gradient would then pass at last.
 *
 * @param shortened whether longer steps from the same point were tried before.
 * Source: Conn, Gould & Toint 2000, section 17.4.
 */
export function ratioOf(
  before: number,
  after: number,
  promised: number,
  shortened: boolean,
): number {
  const rounding = shortened ? 0 : 10 * Number.EPSILON * Math.abs(before);
  return (before - after + rounding) / (promised + rounding);
}

/** Whether a step is so short that x stays as it is. */
export function isLost(x: Vec, trial: Vec): boolean {
  return trial.every((entry, i) => entry === x[i]);
}

/** How a run ends whose step is lost in rounding: at once, or after longer ones failed. */
export const TOO_SHORT =
  "the step is too short to change x: in double precision nothing more is to be gained";
export const NO_LOWER_F =
  "no step lowers f, however short. Check the derivatives with checkGradient; if they are right, x is as good as rounding allows";
