import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { LabModel, LabRun } from "./model.ts";
import { COUNT, EPOCHS, type LabState, schedules } from "./state.ts";

/** Excess losses below this are rounding. */
const ROUNDING = 1e-28;

/** How far the loss is above its minimum, in three digits. */
export function excessText(excess: number | undefined): string {
  if (excess === undefined) return "–";
  return excess < ROUNDING ? "0" : significant(excess, 3);
}

/** Epochs with at most two decimals. */
export const epochsOf = (b: number, t: number) => String(Number(((t * b) / COUNT).toFixed(2)));

/** The excess loss of a run at the end of an epoch. */
const after = ({ b, excess }: LabRun, epoch: number) => excess[(epoch * COUNT) / b];

function ending(run: LabRun): string {
  return run.diverged === undefined
    ? excessText(after(run, EPOCHS))
    : say("diverged at step {step}", { step: run.diverged });
}

/** The state of the figure in a few sentences. */
export function labSummary(state: LabState, model: LabModel, chosen: LabRun, t: number): string {
  const { b, eta, replacement, schedule, exact } = state;
  const { x: w, y: c } = chosen.points[t] ?? { x: Number.NaN, y: Number.NaN };
  const rate = schedules.find(({ value }) => value === schedule)?.label;
  const batch = sayCount({ one: "Single points", other: "Batches of {count}" }, b);
  const how = replacement ? say("with replacement") : say("without replacement");
  const where = exact ? say(", all points on the line") : "";
  const sign = c < 0 ? "−" : "+";
  const line = say("the line is {slope}x {sign} {intercept}", {
    slope: fixed(w, 3),
    sign,
    intercept: fixed(Math.abs(c), 3),
  });
  const now = say(
    "After {updates} ({epochs} epochs) {line}, its loss {excess} above the minimum.",
    {
      updates: sayCount({ one: "{count} update", other: "{count} updates" }, t),
      epochs: epochsOf(b, t),
      line,
      excess: excessText(chosen.excess[t]),
    },
  );
  const all = model.runs.map((run) => `b = ${run.b}: ${ending(run)}`).join("; ");
  return say(
    "{batches} {drawing}, rate {rate} with η = {eta}{exact}. {state} After {epochs} epochs, {results}.",
    {
      batches: batch,
      drawing: how,
      rate,
      eta: significant(eta),
      exact: where,
      state: now,
      epochs: EPOCHS,
      results: all,
    },
  );
}

/** The excess loss of every batch size, epoch by epoch. */
export function labTable({ runs }: LabModel): TableData {
  const epochs = [0, 1, 2, 3, 5, 7, 10, 15, EPOCHS];
  return {
    caption: say("How far the loss is above its minimum at the end of an epoch"),
    columns: [say("epoch"), ...runs.map(({ b }) => `b = ${b}`)],
    rows: epochs.map((epoch) => [
      String(epoch),
      ...runs.map((run) => excessText(after(run, epoch))),
    ]),
  };
}
