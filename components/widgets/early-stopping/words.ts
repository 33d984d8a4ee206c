import { say } from "#src/language/say.ts";
import { fixed } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type Course, type Stop, stopping } from "./model.ts";
import { EVERY, LOOKS, PATIENCES, type StoppingState } from "./state.ts";

const steps = (look: number) => (EVERY * (look + 1)).toLocaleString("en");

/** The state of the figure in words. */
export function stoppingSummary(
  { patience }: StoppingState,
  { training, validation }: Course,
  stop: Stop,
  t: number,
): string {
  const looks = patience === 1 ? say("one look") : `${patience} looks`;
  const where = stop.triggered
    ? say("stops after {steps} steps", { steps: steps(stop.stop) })
    : say("never stops in {steps} steps", { steps: steps(LOOKS - 1) });
  const kept = say(
    "A patience of {looks} {ending} and keeps the weights of step {steps}, with a validation error of {error}.",
    {
      looks,
      ending: where,
      steps: steps(stop.best),
      error: fixed(validation[stop.best] as number, 4),
    },
  );
  if (t === 0) return say("{stop} Nothing has been learned yet.", { stop: kept });
  const [now, held] = [training[t - 1] as number, validation[t - 1] as number];
  return say(
    "{stop} After {steps} steps the errors are {training} in training and {validation} in validation.",
    { stop: kept, steps: steps(t - 1), training: fixed(now, 4), validation: fixed(held, 4) },
  );
}

/** What each patience does. */
export function stoppingTable({ training, validation }: Course): TableData {
  return {
    caption: say("Where each patience stops, which step it keeps, and the errors there"),
    columns: [
      say("patience"),
      say("stops at"),
      say("keeps step"),
      say("validation error"),
      say("training error"),
    ],
    rows: PATIENCES.map((patience) => {
      const { stop, best, triggered } = stopping(validation, patience);
      return [
        String(patience),
        triggered ? steps(stop) : "never",
        steps(best),
        fixed(validation[best] as number, 4),
        fixed(training[best] as number, 4),
      ];
    }),
  };
}
