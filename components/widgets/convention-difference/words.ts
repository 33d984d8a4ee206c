import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ConventionRun, farthest } from "./model.ts";
import type { ConventionProblem } from "./problems.ts";

/** Differences below this share of the distance from 0 are rounding. */
const ROUNDING = 1e-12;

/** Whether two points so far apart are one, at such a distance from 0. */
export function isRounding(apart: number, distance = 1): boolean {
  return apart <= ROUNDING * Math.max(1, distance);
}

/** Whether a run is that of the first convention but for rounding. */
export function sameRun(run: ConventionRun): boolean {
  const { t, apart } = farthest(run);
  return run.diverged === undefined && isRounding(apart, run.distances[t]);
}

/** A number of a run at step t. */
export function at(values: readonly (number | undefined)[], t: number): string {
  const value = values[t];
  return value === undefined ? "–" : significant(value, 3);
}

/** What a run does at step t, and how far it is from the first one. */
export function readoutOf(run: ConventionRun, t: number, first: boolean): string {
  if (first) return at(run.steps, t);
  return `${at(run.steps, t)}, ${sameRun(run) ? say("the same run") : say("{distance} away", { distance: at(run.apart, t) })}`;
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
    if (run.diverged !== undefined)
      return say("{convention} diverged at step {step}", {
        convention: run.name,
        step: run.diverged,
      });
    if (sameRun(run))
      return say("{convention} takes the same steps but for rounding", { convention: run.name });
    const most = farthest(run);
    const values = {
      convention: run.name,
      largest: significant(most.apart, 3),
      when: most.t,
      final: at(run.apart, steps),
    };
    return t === 0
      ? say("{convention} is {largest} away at most (step {when}) and {final} at the end", values)
      : say(
          "{convention} is {distance} away at step {t}, {largest} at most (step {when}) and {final} at the end",
          { ...values, distance: at(run.apart, t), t },
        );
  });
  return say("{problem}, η = {rate}. From the run of {convention}: {distances}.", {
    problem: `${label[0]?.toUpperCase()}${label.slice(1)}`,
    rate: significant(rate),
    convention: base?.name,
    distances: said.join("; "),
  });
}

/** Step lengths and distances at the marked steps; a page has many figures, so it says which. */
export function differenceTable(
  title: string,
  runs: readonly ConventionRun[],
  { label, marks }: ConventionProblem,
): TableData {
  const [base, ...others] = runs;
  return {
    caption: say("{title}: length of step t over η, and distance from {convention}; {source}", {
      title,
      convention: base?.name,
      source: label,
    }),
    columns: [
      "t",
      ...runs.map(({ name }) => say("step, {convention}", { convention: name })),
      ...others.map(({ name }) => say("distance, {convention}", { convention: name })),
    ],
    rows: marks.map((t) => [
      String(t),
      ...runs.map(({ steps }) => at(steps, t)),
      ...others.map(({ apart }) => at(apart, t)),
    ]),
  };
}
