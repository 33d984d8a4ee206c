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
  const looks = patience === 1 ? "one look" : `${patience} looks`;
  const where = stop.triggered
    ? `stops after ${steps(stop.stop)} steps`
    : `never stops in ${steps(LOOKS - 1)} steps`;
  const kept = `A patience of ${looks} ${where} and keeps the weights of step ${steps(stop.best)}, with a validation error of ${fixed(validation[stop.best] as number, 4)}.`;
  if (t === 0) return `${kept} Nothing has been learned yet.`;
  const [now, held] = [training[t - 1] as number, validation[t - 1] as number];
  return `${kept} After ${steps(t - 1)} steps the errors are ${fixed(now, 4)} in training and ${fixed(held, 4)} in validation.`;
}

/** What each patience does. */
export function stoppingTable({ training, validation }: Course): TableData {
  return {
    caption: "Where each patience stops, which step it keeps, and the errors there",
    columns: ["patience", "stops at", "keeps step", "validation error", "training error"],
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
