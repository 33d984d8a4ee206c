import { say, sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { RaceModel, RaceRun } from "./model.ts";
import { LONGEST, type RaceState } from "./state.ts";

/** How long a method takes to leave: "321 steps". */
export function leaving({ left, points }: RaceRun): string {
  if (left !== undefined) return sayCount({ one: "{count} step", other: "{count} steps" }, left);
  return points.every(({ y }) => y === 0) ? "never" : say("more than {steps}", { steps: LONGEST });
}

/** The state of the figure in a few sentences. */
export function raceSummary(state: RaceState, { runs }: RaceModel, t: number): string {
  const { eta, y0, onAxis, sigma } = state;
  const start = { y: onAxis ? "0" : significant(y0, 2), eta: significant(eta) };
  if (onAxis && sigma === 0)
    return say(
      "From (1, {y}) with η = {eta} and no noise nobody leaves the axis: all seven methods walk to the saddle and stay.",
      start,
    );
  const list = runs.map((run) => `${methodWords(run.name)} ${leaving(run)}`).join(", ");
  const away = runs.filter(({ left = Number.POSITIVE_INFINITY }) => left <= t).length;
  const setting =
    sigma > 0
      ? say("From (1, {y}) with η = {eta} and noise of σ = {sigma}", {
          ...start,
          sigma: significant(sigma),
        })
      : say("From (1, {y}) with η = {eta}", start);
  return say(
    "{setting}, steps until |y| > 0.5: {steps}. At step {t}, {left} of the seven have left.",
    { setting, steps: list, t, left: away },
  );
}

/** |y| of every method by step, as long as it runs. */
export function raceTable({ runs, length }: RaceModel): TableData {
  return {
    caption: say("Distance |y| from the axis after t steps; – when a run has been ended"),
    columns: ["t", ...runs.map(({ name }) => methodWords(name))],
    rows: thinned(length + 1).map((t) => [
      String(t),
      ...runs.map(({ points }) => {
        const point = points[t];
        return point === undefined ? "–" : significant(Math.abs(point.y), 3);
      }),
    ]),
  };
}
