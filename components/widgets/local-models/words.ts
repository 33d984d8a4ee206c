import { say } from "#src/language/say.ts";
import { pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { errorOf, type LocalModels, modelAlong, valueAlong } from "./model.ts";
import type { LocalState } from "./state.ts";

/** Where the models stand, and how far they are off at the distance h. */
export function localSummary({ ground, h }: LocalState, model: LocalModels): string {
  const { point, u, slope, curvature, eigen } = model;
  const [first, second] = [1, 2].map((order) =>
    significant(errorOf(model, order as 1 | 2, h), 3),
  ) as [string, string];
  const errors = say(
    "At the distance {distance} the tangent is off by {tangent} and the parabola by {parabola}.",
    { distance: significant(h), tangent: first, parabola: second },
  );
  const bent = say("slope {slope} and curvature {curvature}", {
    slope: significant(slope, 4),
    curvature: significant(curvature, 4),
  });
  if (ground === "double-well")
    return say("On x⁴ − 3x² + x at {point}: {derivatives}. {errors}", {
      point: significant(point[0] as number, 3),
      derivatives: bent,
      errors,
    });
  const [low, high] = [...eigen.values].map((value) => significant(value, 3));
  const direction = pair(u[0] as number, u[1] as number);
  const where = pair(point[0] as number, point[1] as number);
  return say(
    "On Rosenbrock’s function at {point} along {direction}: {derivatives}; over all directions the curvature goes from {lowest} to {highest}. {errors}",
    { point: where, direction, derivatives: bent, lowest: low, highest: high, errors },
  );
}

const DISTANCES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/** The function, both models and their errors at some distances. */
export function localTable(model: LocalModels): TableData {
  return {
    caption: say("The function, its two models and what they miss, by distance"),
    columns: [
      "h",
      "f",
      say("tangent"),
      say("parabola"),
      say("error of the tangent"),
      say("error of the parabola"),
    ],
    rows: DISTANCES.map((h) => [
      significant(h),
      significant(valueAlong(model, h), 6),
      significant(modelAlong(model, 1, h), 6),
      significant(modelAlong(model, 2, h), 6),
      significant(errorOf(model, 1, h), 3),
      significant(errorOf(model, 2, h), 3),
    ]),
  };
}
