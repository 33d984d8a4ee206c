import { say, sayCount } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type ScalingModel, scalingModel } from "./model.ts";
import { type ScalingState, type Second, TREATMENTS, type Treatment } from "./state.ts";

const done: Readonly<Record<Treatment, string>> = {
  raw: say("as they are"),
  centred: say("with their means subtracted"),
  standardized: say("standardized"),
  whitened: say("whitened"),
};

const second: Readonly<Record<Second, string>> = { age: say("age"), rooms: say("number of rooms") };

/** A condition number, or a count of steps, short enough to read: "49.72", "120,895", "4.65 × 10¹³". */
export function short(value: number): string {
  if (value >= 1e6) return significant(value, 3);
  return value < 1e3 ? significant(value, 4) : Math.round(value).toLocaleString("en");
}

/** "κ = 49.72: 344 steps". */
export function verdict({ kappa, steps }: ScalingModel): string {
  return sayCount(
    { one: "κ = {kappa}: {steps} step", other: "κ = {kappa}: {steps} steps" },
    steps,
    {
      kappa: short(kappa),
      steps: short(steps),
    },
  );
}

/** The state of the figure in a few sentences. */
export function scalingSummary(state: ScalingState, model: ScalingModel): string {
  const { kappa, kappaWithIntercept, steps, stepsWithIntercept } = model;
  return say(
    "Area in {unit} and {feature} of six houses, {treatment}: κ = {kappa}, and {kappaWithIntercept} with the intercept. To come a million times closer at the best rate takes {steps} and {stepsWithIntercept} steps.",
    {
      unit: state.unit,
      feature: second[state.second],
      treatment: done[state.treatment],
      kappa: short(kappa),
      kappaWithIntercept: short(kappaWithIntercept),
      steps: short(steps),
      stepsWithIntercept: short(stepsWithIntercept),
    },
  );
}

/** All four treatments of the chosen columns. */
export function scalingTable(state: ScalingState): TableData {
  return {
    caption: say("Condition numbers and steps for area in {unit} and {feature}", {
      unit: state.unit,
      feature: second[state.second],
    }),
    columns: [
      say("columns"),
      "κ",
      say("steps"),
      say("κ with intercept"),
      say("steps with intercept"),
    ],
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
  if (!plain)
    return [
      say("area, in deviations"),
      other === "age" ? say("age, in deviations") : say("rooms, in deviations"),
    ];
  return [say("area, {unit}", { unit }), other === "age" ? say("age, years") : say("rooms")];
}
