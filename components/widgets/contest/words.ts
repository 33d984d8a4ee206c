import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { type ContestRun, cost, FLOOR_LIMIT, LIMIT, SLOW_LIMIT } from "./model.ts";
import type { ContestState } from "./state.ts";

const COUNT = new Intl.NumberFormat("en");

/** What a run has come to, for a readout. */
export function endOf({ converged, calls, settled }: ContestRun): string {
  if (converged) return say("{count} evaluations", { count: COUNT.format(cost(calls)) });
  return say("f about {height}", { height: significant(settled, 2) });
}

/** The state of the figure in words. */
export function contestSummary(
  { eta, m, sigma }: ContestState,
  runs: readonly ContestRun[],
): string {
  const ends = runs.map((run) =>
    run.converged
      ? say("{method} arrives after {steps} steps and {evaluations} evaluations", {
          method: methodWords(run.name),
          steps: COUNT.format(run.steps),
          evaluations: COUNT.format(cost(run.calls)),
        })
      : say("{method} has f about {height} at the end", {
          method: methodWords(run.name),
          height: significant(run.settled, 2),
        }),
  );
  const noise =
    sigma === 0
      ? say("without noise")
      : say("with noise of {sigma} per step", { sigma: significant(sigma) });
  const limit =
    sigma === 0
      ? COUNT.format(LIMIT)
      : say("{limit} (the fixed rate {fixedRateLimit})", {
          limit: COUNT.format(FLOOR_LIMIT),
          fixedRateLimit: COUNT.format(SLOW_LIMIT),
        });
  return say(
    "Rosenbrock’s valley from (−1.2, 1) {noise}, η = {eta}, m = {m}, until arrival or {limit} evaluations: {endings}.",
    { noise, eta: significant(eta), m, limit, endings: ends.join("; ") },
  );
}

/** Steps and evaluations of all. */
export function contestTable(runs: readonly ContestRun[]): TableData {
  return {
    caption: say("Steps and evaluations"),
    columns: [
      say("method"),
      say("steps"),
      say("values"),
      say("gradients"),
      say("Hessians"),
      say("arrived"),
      say("f at the end (with noise, median of the second half)"),
    ],
    rows: runs.map(({ name, steps, calls, converged, settled }) => [
      name,
      COUNT.format(steps),
      COUNT.format(calls.f),
      COUNT.format(calls.g),
      COUNT.format(calls.h),
      converged ? "yes" : "no",
      significant(settled, 2),
    ]),
  };
}
