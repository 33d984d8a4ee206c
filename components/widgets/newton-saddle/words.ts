import { say, sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { lengthOf, type SaddleRun, standing } from "./model.ts";

/** Where a method ends and when it is near: "the saddle, 3 steps". */
export function arrival({ end }: SaddleRun): string {
  if (end === undefined) return say("nowhere yet");
  const where =
    end.kind === "saddle"
      ? say("the saddle")
      : say("the minimum at y = {y}", { y: significant(end.at.y) });
  return `${where}, ${sayCount({ one: "{count} step", other: "{count} steps" }, end.t)}`;
}

/** The state of the figure in a few sentences. */
export function newtonSaddleSummary(y0: number, runs: readonly SaddleRun[], t: number): string {
  const ends = runs
    .map((run) => say("{method} to {end}", { method: methodWords(run.name), end: arrival(run) }))
    .join("; ");
  const now = runs
    .map((run) => `${methodWords(run.name)} ${significant(standing(run, t).y, 3)}`)
    .join(", ");
  return say("From (1, {y}), until nearer than 0.001: {endings}. At step {t}, y is: {positions}.", {
    y: significant(y0),
    endings: ends,
    t,
    positions: now,
  });
}

/** y of every method, step by step. */
export function newtonSaddleTable(runs: readonly SaddleRun[]): TableData {
  return {
    caption: say("y after t steps; – when a run has been ended"),
    columns: ["t", ...runs.map(({ name }) => methodWords(name))],
    rows: thinned(lengthOf(runs) + 1, 13).map((t) => [
      String(t),
      ...runs.map(({ points }) => {
        const point = points[t];
        return point === undefined ? "–" : significant(point.y, 4);
      }),
    ]),
  };
}
