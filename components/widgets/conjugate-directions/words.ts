import { say, sayCount } from "#src/language/say.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ConjugatePicture, turnOf } from "./model.ts";
import { type ConjugateState, STEPS } from "./state.ts";

const degrees = (turn: number | undefined) => (turn === undefined ? "–" : `${fixed(turn, 0)}°`);

/** The state of the figure in words. */
export function conjugateSummary(
  { x, y, kappa }: ConjugateState,
  { steepest, conjugate }: ConjugatePicture,
  t: number,
): string {
  const now = (values: readonly number[]) =>
    significant(values[Math.min(t, values.length - 1)] as number, 3);
  return say(
    "A bowl with κ = {kappa}, from {point}. After {steps} f is {steepestHeight} with steepest descent and {conjugateHeight} with conjugate gradients, which makes no more than two. Between the first two steps, steepest descent turns by {steepestTurn} in the plane and by {steepestTurnStretched} in the stretched one, conjugate gradients by {conjugateTurn} and {conjugateTurnStretched}.",
    {
      kappa: significant(kappa),
      point: pair(x, y, 1),
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, t),
      steepestHeight: now(steepest.values),
      conjugateHeight: now(conjugate.values),
      steepestTurn: degrees(turnOf(steepest.points)),
      steepestTurnStretched: degrees(turnOf(steepest.stretched)),
      conjugateTurn: degrees(turnOf(conjugate.points)),
      conjugateTurnStretched: degrees(turnOf(conjugate.stretched)),
    },
  );
}

/** f after each step. */
export function conjugateTable({ steepest, conjugate }: ConjugatePicture): TableData {
  const value = (values: readonly number[], t: number) =>
    values[t] === undefined ? "–" : significant(values[t], 3);
  return {
    caption: say("The value of f after t steps"),
    columns: ["t", say("steepest descent"), say("conjugate gradients")],
    rows: Array.from({ length: STEPS + 1 }, (_, t) => [
      String(t),
      value(steepest.values, t),
      value(conjugate.values, t),
    ]),
  };
}
