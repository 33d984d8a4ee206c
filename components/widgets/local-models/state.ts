import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField } from "../url-state.ts";

export type Ground = "rosenbrock" | "double-well";

/** Where the models are made, along which line they are looked at, and the distance marked. */
export interface LocalState {
  readonly ground: Ground;
  /** The point on Rosenbrock's function. */
  readonly x: number;
  readonly y: number;
  /** Direction of the line through it, in degrees. */
  readonly angle: number;
  /** The point on the double well. */
  readonly at: number;
  /** The distance from the point at which the errors are read. */
  readonly h: number;
}

export const WINDOW = { x: [-1.9, 1.9], y: [-0.9, 2.9] } as const;
export const WELL = { x: [-2.2, 2.2], y: [-5, 7.5] } as const;
/** How far the line is shown to either side of the point. */
export const REACH = 0.5;

export const angleTrack: Track = { type: "linear", domain: [0, 180], stops: 180, digits: 2 };
export const hTrack: Track = { type: "log", domain: [0.001, 0.5], stops: 108, digits: 2 };

/** On the wall of the valley, along (0.6, 0.8). */
export const localFields: Fields<LocalState> = {
  ground: choiceField<Ground>("rosenbrock", ["rosenbrock", "double-well"]),
  x: numberField(-1, ...WINDOW.x),
  y: numberField(1.5, ...WINDOW.y),
  angle: numberField((Math.atan2(4, 3) * 180) / Math.PI, ...angleTrack.domain),
  at: numberField(-0.6, ...WELL.x),
  h: numberField(0.1, ...hTrack.domain),
};
