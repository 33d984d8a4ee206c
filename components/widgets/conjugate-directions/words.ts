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
    "A bowl with κ = {kappa}, from {x}. After {sayCount} f is {now} with steepest descent and {now2} with conjugate gradients, which makes no more than two. Between the first two steps, steepest descent turns by {degrees} in the plane and by {degrees2} in the stretched one, conjugate gradients by {degrees3} and {degrees4}.",
    {
      kappa: significant(kappa),
      x: pair(x, y, 1),
      sayCount: sayCount({ one: "{count} step", other: "{count} steps" }, t),
      now: now(steepest.values),
      now2: now(conjugate.values),
      degrees: degrees(turnOf(steepest.points)),
      degrees2: degrees(turnOf(steepest.stretched)),
      degrees3: degrees(turnOf(conjugate.points)),
      degrees4: degrees(turnOf(conjugate.stretched)),
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
