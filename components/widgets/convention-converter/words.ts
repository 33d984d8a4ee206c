import { say } from "#src/language/say.ts";
import { pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { agreeing, type ConventionRun } from "./model.ts";
import { type ConverterState, CUT_AFTER, STEPS } from "./state.ts";

/** "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Where a run is at step t, or that it has diverged. */
export function place({ points, diverged }: ConventionRun, t: number, decimals: number): string {
  const at = points[t];
  if (at === undefined || (diverged !== undefined && diverged <= t))
    return say("diverged at step {step}", { step: diverged ?? points.length });
  return pair(at.x, at.y, decimals);
}

/** The state of the figure in words. */
export function converterSummary(
  state: ConverterState,
  runs: readonly ConventionRun[],
  t: number,
): string {
  const rates = listed(runs.map(({ convention, eta }) => `${significant(eta)} in ${convention}`));
  const where = agreeing(runs, t).map((group) => {
    const names = listed(group.map(({ convention }) => convention));
    const text = place(group[0] as ConventionRun, t, 3);
    return `${names} ${text.startsWith("diverged") ? text : `${group.length > 1 ? "are" : "is"} at ${text}`}`;
  });
  const cut = state.cut ? say(", each divided by ten after step {step}", { step: CUT_AFTER }) : "";
  return say(
    "With β = {beta} the rates are {rates}{division}. After {t} of {steps} steps {positions}.",
    {
      beta: significant(state.beta),
      rates,
      division: cut,
      t,
      steps: STEPS,
      positions: listed(where),
    },
  );
}

/** Positions of the three runs. */
export function converterTable(runs: readonly ConventionRun[]): TableData {
  return {
    caption: say("Positions on the bowl with curvatures 1 and 50, from (−4, 1)"),
    columns: ["t", ...runs.map(({ convention, eta }) => `${convention}, η = ${significant(eta)}`)],
    rows: thinned(STEPS + 1, 6, 7).map((t) => [String(t), ...runs.map((run) => place(run, t, 4))]),
  };
}
