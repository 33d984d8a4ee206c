import type { Calls, Outcome } from "../types.ts";

/** A function of one number: f itself, its slope f′ or its curvature f″. */
export type ScalarFunction = (x: number) => number;

/** A point of the graph of f. */
export interface ScalarPoint {
  readonly x: number;
  /** f(x). */
  readonly f: number;
}

/**
 * Where a search for a minimum starts: three points a < b < c with f(b) below f(a) and f(c), or
 * two points, from which `bracketMinimum` walks downhill to such a bracket.
 */
export type StartingBracket =
  | readonly [from: number, to: number]
  | readonly [a: number, b: number, c: number];

/** What a search on a line has cost so far: evaluations of f, of f′ (g) and of f″ (h). */
export type ScalarCalls = Pick<Calls, "f" | "g" | "h">;

/** What every picture of a search on a line tells; each search adds what it knows. */
export interface ScalarStep {
  /** Number of steps taken: 0 is the start. */
  readonly k: number;
  /** The best point so far; of a root finder, the newest one. */
  readonly x: number;
  readonly calls: ScalarCalls;
}

/** How a search on a line ended. */
export type ScalarOutcome =
  | { readonly kind: "converged"; readonly by: "tolerance" }
  | Exclude<Outcome, { readonly kind: "converged" }>;

/** A finished search on a line: its last step, all steps, and how it ended. */
export type ScalarSearch<S extends ScalarStep> = S & {
  readonly steps: readonly S[];
  readonly outcome: ScalarOutcome;
};

/**
 * Runs a search to its end and keeps every step, for plotting.
 *
 *     allSteps(brentSteps(f, [0, 1]))   // what brent(f, [0, 1]) does
 *
 * @param search a generator of steps, the start first.
 */
export function allSteps<S extends ScalarStep>(
  search: Generator<S, ScalarOutcome, undefined>,
): ScalarSearch<S> {
  const steps: S[] = [];
  for (;;) {
    const next = search.next();
    if (next.done) return { ...steps.at(-1)!, steps, outcome: next.value };
    steps.push(next.value);
  }
}
