import { sayCount } from "#src/language/say.ts";
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
  return `A bowl with κ = ${significant(kappa)}, from ${pair(x, y, 1)}. After ${sayCount({ one: "{count} step", other: "{count} steps" }, t)} f is ${now(steepest.values)} with steepest descent and ${now(conjugate.values)} with conjugate gradients, which makes no more than two. Between the first two steps, steepest descent turns by ${degrees(turnOf(steepest.points))} in the plane and by ${degrees(turnOf(steepest.stretched))} in the stretched one, conjugate gradients by ${degrees(turnOf(conjugate.points))} and ${degrees(turnOf(conjugate.stretched))}.`;
}

/** f after each step. */
export function conjugateTable({ steepest, conjugate }: ConjugatePicture): TableData {
  const value = (values: readonly number[], t: number) =>
    values[t] === undefined ? "–" : significant(values[t], 3);
  return {
    caption: "The value of f after t steps",
    columns: ["t", "steepest descent", "conjugate gradients"],
    rows: Array.from({ length: STEPS + 1 }, (_, t) => [
      String(t),
      value(steepest.values, t),
      value(conjugate.values, t),
    ]),
  };
}
