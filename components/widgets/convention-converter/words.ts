import { listed } from "#src/language/listed.ts";
import { say, sayCount } from "#src/language/say.ts";
import { pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { agreeing, type ConventionRun } from "./model.ts";
import { type ConverterState, CUT_AFTER, STEPS } from "./state.ts";

/** Where a run is at step t, or that it has diverged. */
export function place(run: ConventionRun, t: number, decimals: number): string {
  const gone = divergedBy(run, t);
  const at = run.points[t];
  return gone !== undefined || at === undefined
    ? say("diverged at step {step}", { step: gone ?? run.points.length })
    : pair(at.x, at.y, decimals);
}

/** The step at which a run has diverged, if that was by step t. */
function divergedBy({ points, diverged }: ConventionRun, t: number): number | undefined {
  if (diverged !== undefined && diverged <= t) return diverged;
  return points[t] === undefined ? (diverged ?? points.length) : undefined;
}

/** The state of the figure in words. */
export function converterSummary(
  state: ConverterState,
  runs: readonly ConventionRun[],
  t: number,
): string {
  const rates = listed(
    runs.map(({ convention, eta }) =>
      say("{rate} in {convention}", { rate: significant(eta), convention }),
    ),
  );
  const where = agreeing(runs, t).map((group) => {
    const names = listed(group.map(({ convention }) => convention));
    const one = group[0] as ConventionRun;
    const gone = divergedBy(one, t);
    return gone === undefined
      ? sayCount(
          { one: "{conventions} is at {place}", other: "{conventions} are at {place}" },
          group.length,
          { conventions: names, place: place(one, t, 3) },
        )
      : sayCount(
          {
            one: "{conventions} has diverged at step {step}",
            other: "{conventions} have diverged at step {step}",
          },
          group.length,
          { conventions: names, step: gone },
        );
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
