import { say, sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { ranked, type StudioRuns } from "./figures.ts";
import { divergedAt, STEPS } from "./model.ts";
import { SCHEDULE_IDS, type ScheduleId, studioSchedule } from "./schedules.ts";
import { initialShape, type StudioState, shapeOf } from "./state.ts";

/** A loss in three digits; one that is no longer a number says so. */
export const lossWords = (loss: number): string =>
  loss < 1e6 ? significant(loss, 3) : say("diverged");

/** The state of the figure in words. */
export function studioSummary(state: StudioState, runs: StudioRuns): string {
  const { schedule, eta, warmup, t } = state;
  const { name, shape } = studioSchedule(schedule);
  const run = runs.of[schedule];
  const named =
    shape === undefined
      ? say("The schedule “{schedule}”", { schedule: name })
      : say("The schedule “{schedule}” with {symbol} = {value}", {
          schedule: name,
          symbol: shape.symbol,
          value: significant(shapeOf(state), 3),
        });
  const before = warmup === 0 ? "" : say(", after {steps} steps of warm-up", { steps: warmup });
  const diverged = divergedAt(run);
  const setting = say("{schedule}, highest rate {eta}{warmup}", {
    schedule: named,
    eta: significant(eta, 3),
    warmup: before,
  });
  if (diverged !== undefined)
    return say("{setting}: diverged at step {step}.", { setting, step: diverged });
  const rate =
    t === 0 ? "" : say(", rate {rate}", { rate: significant(run.rates[t - 1] as number, 3) });
  const now = say("After {t} steps: mean loss {loss}{rate}, travel {travel}.", {
    t,
    loss: lossWords(run.losses[t] as number),
    rate,
    travel: significant(run.travel[t] as number, 3),
  });
  const order = ranked(runs);
  const place = order.findIndex(({ id }) => id === schedule) + 1;
  const best = order[0] as (typeof order)[number];
  const end = say("It ends at {loss}, number {place} of {all}", {
    loss: lossWords(run.losses[STEPS] as number),
    place,
    all: order.length,
  });
  const lead = sayCount({ one: "", other: "; the lowest is “{schedule}” with {loss}" }, place, {
    schedule: studioSchedule(best.id).name,
    loss: lossWords(best.loss),
  });
  return `${setting}. ${now} ${end}${lead}.`;
}

/** All schedules: parameter, travel, last rate and loss. */
export function studioTable(state: StudioState, { of }: StudioRuns): TableData {
  return {
    caption: say("Travel, last rate, and mean loss after 100, 250 and 500 steps"),
    columns: [
      say("schedule"),
      say("parameter"),
      say("travel"),
      say("last rate"),
      "t = 100",
      "t = 250",
      "t = 500",
    ],
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
