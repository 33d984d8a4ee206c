import { delayedRateLimit } from "@downhill/optim";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { StaleModel } from "./model.ts";
import { LATEST, STEPS, type StaleState } from "./state.ts";

/** The state of the figure in words. */
export function staleSummary({ tau, eta }: StaleState, model: StaleModel, t: number): string {
  const { xs, limit, diverged } = model;
  const late =
    tau === 0 ? "Fresh gradients" : `Gradients ${tau} ${tau === 1 ? "update" : "updates"} late`;
  const verdict =
    eta > limit
      ? diverged === undefined
        ? "above it, so the swings grow slowly"
        : `above it: diverged at step ${diverged}`
      : `below it, and after ${STEPS} updates x = ${significant(xs[STEPS] as number, 3)}`;
  return `${late}, λ = 1, η = ${significant(eta)}. The limit is ${significant(limit, 4)}; the rate is ${verdict}. At update ${t}, x = ${significant(xs[t] ?? Number.NaN, 4)}.`;
}

/** The limits, and the positions of the run. */
export function staleTable({ xs }: StaleModel): TableData {
  const rows = thinned(xs.length, 8, 12);
  return {
    caption: "Positions of the run, and the largest stable rate for a delay of the same number",
    columns: ["t or τ", "x after t updates", "limit of η for delay τ"],
    rows: rows.map((t) => [
      String(t),
      significant(xs[t] as number, 4),
      t <= LATEST ? fixed(delayedRateLimit(t), 4) : "–",
    ]),
  };
}
