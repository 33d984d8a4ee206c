import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ErrorRun, sharesAt } from "./model.ts";
import { CURVATURES, STEPS } from "./state.ts";

/** Digits of losses: two would round 0.0102 to 0.01. */
const DIGITS = 3;

/** The state of the figure in a few sentences. */
export function errorSummary(run: ErrorRun, best: ErrorRun, t: number): string {
  const { eta, losses, terms, diverged } = run;
  const shares = sharesAt(run, t);
  const parts = CURVATURES.map((lambda, i) =>
    say("{amount} ({share} %) from curvature {curvature}", {
      amount: significant(terms[i]?.[t] as number, DIGITS),
      share: fixed(100 * (shares[i] as number), 0),
      curvature: lambda,
    }),
  );
  const end = diverged !== undefined && say("The run diverged at step {step}.", { step: diverged });
  return sentences(
    say(
      "With η = {eta}, after {t} of {steps} steps, the loss is {loss}: {parts}. The best rate in the long run has {bestLoss} there.",
      {
        eta: significant(eta),
        t,
        steps: STEPS,
        loss: significant(losses[t] as number, DIGITS),
        parts: parts.join(", "),
        bestLoss: significant(best.losses[t] as number, DIGITS),
      },
    ),
    end,
  );
}

const ROWS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 300, 400, 500];

/** The loss and its parts at some steps. */
export function errorTable({ losses, terms }: ErrorRun, best: ErrorRun): TableData {
  return {
    caption: say("The loss and its three parts after t steps"),
    columns: [
      "t",
      say("loss"),
      ...CURVATURES.map((lambda) => `λ = ${lambda}`),
      say("loss at the best rate"),
    ],
    rows: ROWS.map((t) => [
      String(t),
      ...[losses, ...terms, best.losses].map((values) => significant(values[t] as number, 4)),
    ]),
  };
}
