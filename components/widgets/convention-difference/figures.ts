import { say } from "#src/language/say.ts";
import type { View } from "../step-lengths/figure-of.ts";
import type { Line } from "../step-lengths/model.ts";
import type { ConventionRun } from "./model.ts";
import type { Axis, Shown } from "./state.ts";
import { isRounding, sameRun } from "./words.ts";

/** The upper picture: what each convention does. */
export function doneView(show: Shown, axis: Axis): View {
  const label = show === "steps" ? say("step length over η") : say("distance of θ from 0");
  return { name: show, label, axis: label, scale: axis, traces: [] };
}

/** The lower picture: how far each is from the first. */
export function apartView(base: string, axis: Axis): View {
  const label = say("distance from {convention}", { convention: base });
  return { name: "apart", label, axis: label, scale: axis, traces: [] };
}

export function doneLines(runs: readonly ConventionRun[], show: Shown): readonly Line[] {
  return runs.map((run) => ({ name: run.name, look: run.look, values: run[show] }));
}

/** Without the first, and without what is only rounding. */
export function apartLines(runs: readonly ConventionRun[]): readonly Line[] {
  return runs
    .slice(1)
    .filter((run) => !sameRun(run))
    .map(({ name, look, apart, distances }) => ({
      name,
      look,
      values: apart.map((value, t) =>
        value === undefined || isRounding(value, distances[t]) ? undefined : value,
      ),
    }));
}
