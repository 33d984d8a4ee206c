import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { ranked, type StudioRuns } from "./figures.ts";
import { divergedAt, STEPS } from "./model.ts";
import { SCHEDULE_IDS, type ScheduleId, studioSchedule } from "./schedules.ts";
import { initialShape, type StudioState, shapeOf } from "./state.ts";

/** A loss in three digits; one that is no longer a number says so. */
export const lossWords = (loss: number): string => (loss < 1e6 ? significant(loss, 3) : "diverged");

/** The state of the figure in words. */
export function studioSummary(state: StudioState, runs: StudioRuns): string {
  const { schedule, eta, warmup, t } = state;
  const { name, shape } = studioSchedule(schedule);
  const run = runs.of[schedule];
  const with_ =
    shape === undefined ? "" : ` with ${shape.symbol} = ${significant(shapeOf(state), 3)}`;
  const before = warmup === 0 ? "" : `, after ${warmup} steps of warm-up`;
  const diverged = divergedAt(run);
  const setting = `The schedule “${name}”${with_}, highest rate ${significant(eta, 3)}${before}`;
  if (diverged !== undefined) return `${setting}: diverged at step ${diverged}.`;
  const rate = t === 0 ? "" : `, rate ${significant(run.rates[t - 1] as number, 3)}`;
  const now = `After ${t} steps: mean loss ${lossWords(run.losses[t] as number)}${rate}, travel ${significant(run.travel[t] as number, 3)}.`;
  const order = ranked(runs);
  const place = order.findIndex(({ id }) => id === schedule) + 1;
  const best = order[0] as (typeof order)[number];
  const end = `It ends at ${lossWords(run.losses[STEPS] as number)}, number ${place} of ${order.length}`;
  const lead =
    place === 1
      ? ""
      : `; the lowest is “${studioSchedule(best.id).name}” with ${lossWords(best.loss)}`;
  return `${setting}. ${now} ${end}${lead}.`;
}

/** All schedules: parameter, travel, last rate and loss. */
export function studioTable(state: StudioState, { of }: StudioRuns): TableData {
  return {
    caption: "Travel, last rate, and mean loss after 100, 250 and 500 steps",
    columns: ["schedule", "parameter", "travel", "last rate", "t = 100", "t = 250", "t = 500"],
    rows: SCHEDULE_IDS.map((id) => {
      const { travel, rates, losses } = of[id];
      return [
        studioSchedule(id).name,
        parameterWords(id, state),
        significant(travel[STEPS] as number, 4),
        significant(rates[STEPS - 1] as number, 3),
        ...[100, 250, STEPS].map((t) => lossWords(losses[t] as number)),
      ];
    }),
  };
}

/** A schedule's parameter: that of the slider if it is in focus, its first one if not. */
function parameterWords(id: ScheduleId, state: StudioState): string {
  const { shape } = studioSchedule(id);
  if (shape === undefined) return "–";
  const value = id === state.schedule ? shapeOf(state) : initialShape(id);
  return `${shape.symbol} = ${significant(value, 3)}`;
}
