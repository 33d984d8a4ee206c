import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { StepOrRateModel } from "./model.ts";
import { START, STEPS, type StepOrRateState } from "./state.ts";

/** Positions below this are rounding: the run is at 0 for all that the figure shows. */
const ROUNDING = 1e-12;

/** What normalized descent does in the end. */
export function fate({ fixedLength, lands }: StepOrRateModel): string {
  if (lands !== undefined)
    return say("lands exactly on 0 at step {step} and stays", { step: lands });
  const [before, last] = fixedLength.slice(-2) as [number, number];
  return before * last <= 0 || Math.abs(before + last) < ROUNDING
    ? say("goes back and forth between {first} and {second}", {
        first: round(before),
        second: round(last),
      })
    : say("is still on its way, at {position}", { position: round(last) });
}

function round(x: number): string {
  return Math.abs(x) < ROUNDING ? "0" : significant(x, 4);
}

/** The state of the figure in two sentences. */
export function stepOrRateSummary(
  { h, eta }: StepOrRateState,
  model: StepOrRateModel,
  t: number,
): string {
  const at = say("At step {t} they are at {fixedLength} and {fixedRate}.", {
    t,
    fixedLength: round(model.fixedLength[t] as number),
    fixedRate: round(model.fixedRate[t] as number),
  });
  return say(
    "On x² from {start}, steps of length {length}: the run {ending}. Steps of η = {eta} times the slope: every step multiplies x by {factor}. {positions}",
    {
      start: START,
      length: significant(h),
      ending: fate(model),
      eta: significant(eta),
      factor: significant(1 - 2 * eta),
      positions: at,
    },
  );
}

/** Positions and step lengths of both. */
export function stepOrRateTable({ fixedLength, fixedRate }: StepOrRateModel): TableData {
  const moved = (xs: readonly number[], t: number) =>
    t === 0 ? "–" : significant(Math.abs((xs[t] as number) - (xs[t - 1] as number)), 3);
  return {
    caption: say("Position after t steps, and the length of step t"),
    columns: [
      "t",
      say("fixed length: x"),
      say("fixed length: step"),
      say("fixed rate: x"),
      say("fixed rate: step"),
    ],
    rows: Array.from({ length: STEPS + 1 }, (_, t) => [
      String(t),
      round(fixedLength[t] as number),
      moved(fixedLength, t),
      round(fixedRate[t] as number),
      moved(fixedRate, t),
    ]),
  };
}
