import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ConventionRun, farthest } from "./model.ts";
import type { ConventionProblem } from "./problems.ts";

/** Differences below this share of the distance covered are rounding. */
const ROUNDING = 1e-12;

/** Whether a run is that of the first convention but for rounding. */
export function sameRun(run: ConventionRun): boolean {
  const { t, apart } = farthest(run);
  return run.diverged === undefined && apart <= ROUNDING * Math.max(1, run.distances[t] ?? 1);
}

/** A number of a run at step t. */
export function at(values: readonly (number | undefined)[], t: number): string {
  const value = values[t];
  return value === undefined ? "–" : significant(value, 3);
}

/** The state of the figure in words. */
export function differenceSummary(
  runs: readonly ConventionRun[],
  { label, steps }: ConventionProblem,
  rate: number,
  t: number,
): string {
  const [base, ...others] = runs;
  const said = others.map((run) => {
    if (run.diverged !== undefined) return `${run.name} diverged at step ${run.diverged}`;
    if (sameRun(run)) return `${run.name} takes the same steps but for rounding`;
    const most = farthest(run);
    const now = t === 0 ? "" : `${at(run.apart, t)} away at step ${t}, `;
    return `${run.name} is ${now}${significant(most.apart, 3)} at most (step ${most.t}) and ${at(run.apart, steps)} at the end`;
  });
  return `${label[0]?.toUpperCase()}${label.slice(1)}, η = ${significant(rate)}. From the run of ${base?.name}: ${said.join("; ")}.`;
}

/** Step lengths and distances at the marked steps. */
export function differenceTable(
  runs: readonly ConventionRun[],
  { label, marks }: ConventionProblem,
): TableData {
  const [base, ...others] = runs;
  return {
    caption: `Length of step t over η, and distance from ${base?.name}: ${label}`,
    columns: [
      "t",
      ...runs.map(({ name }) => `step, ${name}`),
      ...others.map(({ name }) => `distance, ${name}`),
    ],
    rows: marks.map((t) => [
      String(t),
      ...runs.map(({ steps }) => at(steps, t)),
      ...others.map(({ apart }) => at(apart, t)),
    ]),
  };
}
