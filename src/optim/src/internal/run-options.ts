import { nonNegative, requireIn, requireKnown, requireWhole } from "./guard.ts";

/** The part of a run's options that every driver has, checked. */
export interface Limits {
  /** How many steps at most. */
  readonly steps: number;
  /** Stop at a gradient no longer than this; −1 means never. */
  readonly gradientTolerance: number;
}

/** How many steps a run takes when nobody says. */
const DEFAULT_STEPS = 1000;

/**
 * Reads and checks `steps` and `gradientTolerance`.
 * @throws TypeError for an unknown option or a value of another type, RangeError for a number
 *   outside its range.
 */
export function limitsOf(
  where: string,
  options: { readonly steps?: number; readonly gradientTolerance?: number },
  names: readonly string[],
): Limits {
  requireKnown(where, options, names);
  const { steps = DEFAULT_STEPS, gradientTolerance } = options;
  requireWhole(where, "steps", steps);
  if (gradientTolerance === undefined) return { steps, gradientTolerance: -1 };
  requireIn(where, "gradientTolerance", gradientTolerance, nonNegative);
  return { steps, gradientTolerance };
}
