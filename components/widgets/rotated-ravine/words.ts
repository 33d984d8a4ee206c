import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import type { AngleCurve, RotatedRun } from "./model.ts";
import { type RotatedState, STEPS } from "./state.ts";

const ANGLES = [0, 2, 4, 10, 16, 30, 44, 60];

/** The state of the figure in two sentences. */
export function rotatedSummary(
  { angle, eta }: RotatedState,
  runs: readonly RotatedRun[],
  t: number,
): string {
  const losses = (at: number) =>
    runs
      .map((run) => `${methodWords(run.runner)} ${significant(run.losses[at] as number, 2)}`)
      .join(", ");
  return sentences(
    say(
      "The ravine with curvatures 1 and 100, turned by {angle}°; both AdaGrads with η = {eta}. Loss after {steps} steps: {final}.",
      {
        angle: significant(angle),
        eta: significant(eta),
        steps: STEPS,
        final: losses(STEPS),
      },
    ),
    t < STEPS && say("After {t}: {losses}.", { t, losses: losses(t) }),
  );
}

/** The losses after all steps by angle. */
export function rotatedTable(curves: readonly AngleCurve[]): TableData {
  return {
    caption: say(
      "Loss after {steps} steps, by the angle of the ravine; momentum and gradient descent at their best rates for the worst start",
      { steps: STEPS },
    ),
    columns: [say("angle"), ...curves.map(({ runner }) => runner)],
    rows: ANGLES.map((angle) => [
      `${angle}°`,
      ...curves.map(({ losses }) =>
        significant(losses.find((one) => one.angle === angle)?.loss as number, 2),
      ),
    ]),
  };
}
