import type { MarkSpec, PlotFrame } from "#src/plotting/spec.ts";
import { lineBackground, lineForeground, lineFrame } from "./line.ts";
import type { LookAheadModel } from "./model.ts";
import { planeBackground, planeForeground, planeFrame } from "./plane.ts";
import type { Surface, SurfaceName } from "./state.ts";

/** A picture of one surface: its frame, its ground, the step from step t on it. */
export interface Picture {
  readonly frame: (width: number, surface: Surface) => PlotFrame;
  readonly background: (surface: Surface, frame: PlotFrame) => readonly MarkSpec[];
  readonly foreground: (
    surface: Surface,
    model: LookAheadModel,
    t: number,
    frame: PlotFrame,
  ) => readonly MarkSpec[];
}

export const pictures: Readonly<Record<SurfaceName, Picture>> = {
  line: { frame: lineFrame, background: lineBackground, foreground: lineForeground },
  bowl: { frame: planeFrame, background: planeBackground, foreground: planeForeground },
};
