import { delayedRateLimit } from "@downhill/optim";
import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { StaleModel } from "./model.ts";
import { LATEST, STEPS, type StaleState } from "./state.ts";

/** The state of the figure in words. */
export function staleSummary({ tau, eta }: StaleState, model: StaleModel, t: number): string {
  const { xs, limit, diverged } = model;
  const late =
    tau === 0
      ? say("Fresh gradients")
      : sayCount(
          { one: "Gradients {count} update late", other: "Gradients {count} updates late" },
          tau,
        );
  const verdict =
    eta > limit
      ? diverged === undefined
        ? say("above it, so the swings grow slowly")
        : say("above it: diverged at step {step}", { step: diverged })
      : say("below it, and after {updates} updates x = {x}", {
          updates: STEPS,
          x: significant(xs[STEPS] as number, 3),
        });
  return say(
    "{delay}, λ = 1, η = {eta}. The limit is {limit}; the rate is {verdict}. At update {t}, x = {x}.",
    {
      delay: late,
      eta: significant(eta),
      limit: significant(limit, 4),
      verdict,
      t,
      x: significant(xs[t] ?? Number.NaN, 4),
    },
  );
}

/** The limits, and the positions of the run. */
export function staleTable({ xs }: StaleModel): TableData {
  const rows = thinned(xs.length, 8, 12);
  return {
    caption: say(
      "Positions of the run, and the largest stable rate for a delay of the same number",
    ),
    columns: [say("t or τ"), say("x after t updates"), say("limit of η for delay τ")],
    rows: rows.map((t) => [
      String(t),
      significant(xs[t] as number, 4),
      t <= LATEST ? fixed(delayedRateLimit(t), 4) : "–",
    ]),
  };
}
