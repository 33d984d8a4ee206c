import { say } from "#src/language/say.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { Track } from "../slider-scale.ts";
import { type Fields, numberField, wholeField } from "../url-state.ts";

/** A point of the hillside and the direction that the dial shows. */
export interface CompassState {
  readonly x: number;
  readonly y: number;
  /** In degrees, anticlockwise from the x-axis. */
  readonly dial: number;
}

/** What the contours show. */
export const WINDOW = { x: [-3, 3], y: [-3, 3] } as const;
export const dialTrack: Track = { type: "linear", domain: [0, 360], stops: 360, digits: 0 };

export const compassFields: Fields<CompassState> = {
  x: numberField(1.5, ...WINDOW.x),
  y: numberField(-1, ...WINDOW.y),
  dial: wholeField(45, ...dialTrack.domain),
};

/** A dragged point, to a hundredth. */
export function placeAt({ x, y }: Point): Point {
  return { x: Number(x.toFixed(2)), y: Number(y.toFixed(2)) };
}

/** Directions worth turning to, by what they are to the gradient. */
export const TURNS = [
  { label: say("straight down"), from: 180 },
  { label: say("along the contour"), from: 90 },
  { label: say("straight up"), from: 0 },
] as const;
