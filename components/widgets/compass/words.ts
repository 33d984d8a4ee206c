import { fixed, pair } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type CompassModel, slopeAlong } from "./model.ts";
import type { CompassState } from "./state.ts";

/** What the slope of the dial means. */
export function verdict({ slope, norm }: CompassModel): string {
  if (norm === 0) return "level in every direction";
  const share = slope / norm;
  if (share < -0.9999) return "as steep down as it gets";
  if (share > 0.9999) return "as steep up as it gets";
  if (Math.abs(share) < 0.01) return "level: along the contour";
  return share < 0 ? "downhill" : "uphill";
}

/** The state of the figure in two sentences. */
export function compassSummary({ x, y, dial }: CompassState, model: CompassModel): string {
  const { gradient, norm, slope, descent } = model;
  const best =
    descent === undefined
      ? "The ground is level here."
      : `Steepest descent is at ${fixed(descent, 2)}°, with slope ${fixed(-norm, 2)}.`;
  return `At ${pair(x, y)} the gradient is ${pair(gradient.x, gradient.y)}, of length ${fixed(norm, 2)}. In the direction ${dial}° the slope is ${fixed(slope, 3)}: ${verdict(model)}. ${best}`;
}

/** Slopes all around, every fifteen degrees. */
export function compassTable({ gradient }: CompassModel): TableData {
  return {
    caption: "Slope in the direction of each angle",
    columns: ["angle in degrees", "slope"],
    rows: Array.from({ length: 25 }, (_, i) => [
      String(15 * i),
      fixed(slopeAlong(gradient, 15 * i), 3),
    ]),
  };
}
