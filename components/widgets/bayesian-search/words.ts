import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type BayesianModel, bestAfter, FIRST } from "./model.ts";
import type { BayesianState } from "./state.ts";

/** The state of the figure in words. */
export function bayesianSummary(
  { length }: BayesianState,
  model: BayesianModel,
  t: number,
): string {
  const { trials } = model;
  const setting = `Believed to change over ℓ = ${significant(length, 2)} powers of ten`;
  const best = bestAfter(trials, t);
  if (best === undefined) return `${setting}; no trial has been made yet.`;
  const so = `After ${t} ${t === 1 ? "trial" : "trials"} the lowest loss is ${fixed(best.score, 4)}, at r = ${fixed(best.values.r, 3)}`;
  const next = trials[t];
  const then =
    next === undefined
      ? "All trials are made"
      : t < FIRST.length
        ? `The next trial, at r = ${fixed(next.values.r, 3)}, is given`
        : `The next trial is asked for at r = ${fixed(next.values.r, 3)}, where the expected improvement is ${significant(next.reason?.expectedImprovement ?? 0, 2)}`;
  return `${setting}. ${so}. ${then}.`;
}

/** Every trial with the reason for it. */
export function bayesianTable({ trials }: BayesianModel): TableData {
  return {
    caption: "The trials in their order; the learning rate is 10 to the r",
    columns: ["trial", "r", "loss", "expected improvement before it", "lowest loss so far"],
    rows: trials.map(({ values, score, reason }, i) => [
      String(i + 1),
      fixed(values.r, 3),
      fixed(score, 4),
      reason === undefined ? "given" : significant(reason.expectedImprovement, 2),
      fixed(bestAfter(trials, i + 1)?.score ?? Number.NaN, 4),
    ]),
  };
}
