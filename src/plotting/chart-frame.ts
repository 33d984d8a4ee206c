import type { PlotFrame, ScaleSpec } from "./spec.ts";

/** Room for a label above the axis, the ticks below, and those at the left. */
const MARGINS = { marginTop: 22, marginRight: 12, marginBottom: 34, marginLeft: 46 };

/** Height over width of a chart where there is little room. */
const NARROW = 0.66;

/**
 * The frame of a chart: higher in proportion where it is narrow.
 *
 * @param share height over width where there is room
 * @param margins other margins than the usual ones
 */
export function chartFrame(
  width: number,
  x: ScaleSpec,
  y: ScaleSpec,
  share = 0.4,
  margins: Partial<typeof MARGINS> = {},
): PlotFrame {
  const narrow = Math.max(share, Math.min(NARROW, 2 * share));
  const height = Math.round(width * (width < 500 ? narrow : share));
  return { width, height, ...MARGINS, ...margins, x, y };
}
