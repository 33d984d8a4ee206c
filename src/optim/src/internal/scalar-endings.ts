import type { ScalarOutcome, ScalarPoint } from "../searches/scalar-search.ts";

/** The end of a search whose interval or step is as short as was asked for. */
export const withinTolerance: ScalarOutcome = { kind: "converged", by: "tolerance" };

/** The end of a search that has used up its steps. */
export const outOfSteps: ScalarOutcome = { kind: "budget", by: "steps" };

/** The end of a search that met NaN at one of these points, if it did. */
export function metNaN(points: readonly ScalarPoint[], step: number): ScalarOutcome | undefined {
  const bad = points.find(({ f }) => Number.isNaN(f));
  return bad && { kind: "diverged", reason: `f is not a number at x = ${bad.x}`, step };
}

/** The end of a root finder whose newest point, or what it needs to know there, is not finite. */
export function notFinite(
  x: number,
  known: Readonly<Record<string, number>>,
  step: number,
): ScalarOutcome | undefined {
  if (!Number.isFinite(x))
    return { kind: "diverged", reason: `x is not finite at step ${step}`, step };
  const bad = Object.keys(known).find((name) => !Number.isFinite(known[name]));
  if (bad === undefined) return undefined;
  return { kind: "diverged", reason: `${bad} is not finite at x = ${x}`, step };
}
