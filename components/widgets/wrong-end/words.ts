import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import type { WrongEndRun } from "./model.ts";
import { SHOWN, STEPS, type WrongEndState } from "./state.ts";

/** Rows of the table: the first two cycles, then ends of cycles. */
const ROWS = [1, 2, 3, 4, 5, 6, 9, 30, 60, 90, 150, SHOWN, STEPS];

/** Where the steps that the figure shows take a run, in words. */
export function endOf({ xs }: WrongEndRun): string {
  const x = xs[SHOWN] as number;
  if (x > 0.8) return say("goes to the wrong end");
  return x < -0.8 ? say("goes to the best place") : say("is on its way");
}

/** The state of the figure in words. */
export function wrongEndSummary(
  { C, beta1, beta2 }: WrongEndState,
  runs: readonly WrongEndRun[],
  t: number,
): string {
  const setting = `C = ${significant(C)}, β₁ = ${significant(beta1)}, β₂ = ${significant(beta2)}`;
  const ends = runs.map((run) => {
    const { name, xs } = run;
    return say("{method} {ending} (x = {x} after {steps} steps)", {
      method: methodWords(name),
      ending: endOf(run),
      x: fixed(xs[SHOWN] as number, 3),
      steps: SHOWN,
    });
  });
  const now = runs.map(({ name, xs, regrets }) => {
    const regret =
      t === 0 ? "" : say(", regret per step {regret}", { regret: fixed(regrets[t] as number, 3) });
    return `${methodWords(name)} x = ${fixed(xs[t] as number, 3)}${regret}`;
  });
  return say("With {setting}: {endings}. At step {t}: {positions}.", {
    setting,
    endings: ends.join("; "),
    t,
    positions: now.join("; "),
  });
}

/** Positions and regrets of both. */
export function wrongEndTable(runs: readonly WrongEndRun[]): TableData {
  return {
    caption: say("Positions and regrets per step after t steps"),
    columns: [
      "t",
      ...runs.map(({ name }) => `x, ${methodWords(name)}`),
      ...runs.map(({ name }) => say("regret per step, {method}", { method: methodWords(name) })),
    ],
    rows: ROWS.map((t) => [
      String(t),
      ...runs.map(({ xs }) => fixed(xs[t] as number, 4)),
      ...runs.map(({ regrets }) => fixed(regrets[t] as number, 4)),
    ]),
  };
}
