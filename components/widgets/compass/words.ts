import { say } from "#src/language/say.ts";
import { fixed, pair } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type CompassModel, slopeAlong } from "./model.ts";
import type { CompassState } from "./state.ts";

/** What the slope of the dial means. */
export function verdict({ slope, norm }: CompassModel): string {
  if (norm === 0) return say("level in every direction");
  const share = slope / norm;
  if (share < -0.9999) return say("as steep down as it gets");
  if (share > 0.9999) return say("as steep up as it gets");
  if (Math.abs(share) < 0.01) return say("level: along the contour");
  return share < 0 ? "downhill" : "uphill";
}

/** The state of the figure in two sentences. */
export function compassSummary({ x, y, dial }: CompassState, model: CompassModel): string {
  const { gradient, norm, slope, descent } = model;
  const best =
    descent === undefined
      ? say("The ground is level here.")
      : say("Steepest descent is at {angle}°, with slope {slope}.", {
          angle: fixed(descent, 2),
          slope: fixed(-norm, 2),
        });
  return say(
    "At {point} the gradient is {gradient}, of length {length}. In the direction {angle}° the slope is {slope}: {verdict}. {steepest}",
    {
      point: pair(x, y),
      gradient: pair(gradient.x, gradient.y),
      length: fixed(norm, 2),
      angle: dial,
      slope: fixed(slope, 3),
      verdict: verdict(model),
      steepest: best,
    },
  );
}

/** Slopes all around, every fifteen degrees. */
export function compassTable({ gradient }: CompassModel): TableData {
  return {
    caption: say("Slope in the direction of each angle"),
    columns: [say("angle in degrees"), say("slope")],
    rows: Array.from({ length: 25 }, (_, i) => [
      String(15 * i),
      fixed(slopeAlong(gradient, 15 * i), 3),
    ]),
  };
}
