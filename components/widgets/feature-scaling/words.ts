import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ScalingModel, scalingModel } from "./model.ts";
import { type ScalingState, type Second, TREATMENTS, type Treatment } from "./state.ts";

const done: Readonly<Record<Treatment, string>> = {
  raw: "as they are",
  centred: "with their means subtracted",
  standardized: "standardized",
  whitened: "whitened",
};

const second: Readonly<Record<Second, string>> = { age: "age", rooms: "number of rooms" };

/** A condition number, or a count of steps, short enough to read: "49.72", "120,895", "4.65 × 10¹³". */
export function short(value: number): string {
  if (value >= 1e6) return significant(value, 3);
  return value < 1e3 ? significant(value, 4) : Math.round(value).toLocaleString("en");
}

/** "κ = 49.72: 344 steps". */
export function verdict({ kappa, steps }: ScalingModel): string {
  return `κ = ${short(kappa)}: ${short(steps)} ${steps === 1 ? "step" : "steps"}`;
}

/** The state of the figure in a few sentences. */
export function scalingSummary(state: ScalingState, model: ScalingModel): string {
  const { kappa, kappaWithIntercept, steps, stepsWithIntercept } = model;
  return `Area in ${state.unit} and ${second[state.second]} of six houses, ${done[state.treatment]}: κ = ${short(kappa)}, and ${short(kappaWithIntercept)} with the intercept. To come a million times closer at the best rate takes ${short(steps)} and ${short(stepsWithIntercept)} steps.`;
}

/** All four treatments of the chosen columns. */
export function scalingTable(state: ScalingState): TableData {
  return {
    caption: `Condition numbers and steps for area in ${state.unit} and ${second[state.second]}`,
    columns: ["columns", "κ", "steps", "κ with intercept", "steps with intercept"],
    rows: TREATMENTS.map((treatment) => {
      const model = scalingModel({ ...state, treatment });
      return [
        done[treatment],
        short(model.kappa),
        short(model.steps),
        short(model.kappaWithIntercept),
        short(model.stepsWithIntercept),
      ];
    }),
  };
}

/** What the two columns measure after the treatment. */
export function columnNames({
  second: other,
  unit,
  treatment,
}: ScalingState): readonly [string, string] {
  const plain = treatment === "raw" || treatment === "centred";
  if (!plain) return ["area, in deviations", `${other}, in deviations`];
  return [`area, ${unit}`, other === "age" ? "age, years" : "rooms"];
}
