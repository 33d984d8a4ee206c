import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ContestRun, cost, FLOOR_LIMIT, LIMIT, SLOW_LIMIT } from "./model.ts";
import type { ContestState } from "./state.ts";

const COUNT = new Intl.NumberFormat("en");

/** What a run has come to, for a readout. */
export function endOf({ converged, calls, settled }: ContestRun): string {
  if (converged) return `${COUNT.format(cost(calls))} evaluations`;
  return `f about ${significant(settled, 2)}`;
}

/** The state of the figure in words. */
export function contestSummary(
  { eta, m, sigma }: ContestState,
  runs: readonly ContestRun[],
): string {
  const ends = runs.map((run) =>
    run.converged
      ? `${run.name} arrives after ${COUNT.format(run.steps)} steps and ${COUNT.format(cost(run.calls))} evaluations`
      : `${run.name} has f about ${significant(run.settled, 2)} at the end`,
  );
  const noise = sigma === 0 ? "without noise" : `with noise of ${significant(sigma)} per step`;
  const limit =
    sigma === 0
      ? COUNT.format(LIMIT)
      : `${COUNT.format(FLOOR_LIMIT)} (the fixed rate ${COUNT.format(SLOW_LIMIT)})`;
  return `Rosenbrock’s valley from (−1.2, 1) ${noise}, η = ${significant(eta)}, m = ${m}, until arrival or ${limit} evaluations: ${ends.join("; ")}.`;
}

/** Steps and evaluations of all. */
export function contestTable(runs: readonly ContestRun[]): TableData {
  return {
    caption: "Steps and evaluations",
    columns: [
      "method",
      "steps",
      "values",
      "gradients",
      "Hessians",
      "arrived",
      "f at the end (with noise, median of the second half)",
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
