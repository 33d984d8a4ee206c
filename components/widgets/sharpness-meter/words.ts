import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { SharpnessRun } from "./run.ts";
import { EVERY, STEPS } from "./state.ts";

/** The last measurement at or before step t. */
export function measuredAt({ sharpness }: SharpnessRun, t: number): number {
  return Math.min(Math.floor(t / EVERY), sharpness.length - 1);
}

/** The state of the figure in a few sentences. */
export function sharpnessSummary(run: SharpnessRun, eta: number, t: number): string {
  const look = measuredAt(run, t);
  const [low, high] = range(run);
  const done = run.eta === eta && run.sharpness.length > STEPS / EVERY;
  const whole = done
    ? say("In the second half of the training the sharpness is between {lowest} and {highest}.", {
        lowest: significant(low, 4),
        highest: significant(high, 4),
      })
    : say("The training is under way.");
  return say(
    "With η = {eta} the limit 2/η is {limit}. {range} At step {step} it is {sharpness} and the loss {loss}.",
    {
      eta: significant(eta),
      limit: significant(2 / eta, 3),
      range: whole,
      step: look * EVERY,
      sharpness: significant(run.sharpness[look] as number, 3),
      loss: significant(run.loss[look] as number, 3),
    },
  );
}

/** The smallest and the largest sharpness of the second half. */
export function range({ sharpness }: SharpnessRun): readonly [number, number] {
  const half = sharpness.slice(Math.floor(sharpness.length / 2));
  return [Math.min(...half), Math.max(...half)];
}

/** Sharpness and loss at some of the measurements. */
export function sharpnessTable({ sharpness, loss }: SharpnessRun): TableData {
  return {
    caption: say("Sharpness and loss after t steps of training"),
    columns: ["t", say("sharpness"), say("loss")],
    rows: thinned(sharpness.length, 8, 16).map((look) => [
      String(look * EVERY),
      significant(sharpness[look] as number, 4),
      significant(loss[look] as number, 3),
    ]),
  };
}
