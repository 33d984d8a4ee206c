import type { Track } from "../slider-scale.ts";
import { type Fields, numberField } from "../url-state.ts";

/** Where the step begins, and how far the model is trusted. */
export interface DoglegState {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Curvatures of the model along the axes. */
export const CURVATURES = [1, 4] as const;

/** What the picture shows. */
export const WINDOW = { x: [-1.6, 6], y: [-2.6, 2.6] } as const;

export const radiusTrack: Track = { type: "linear", domain: [0.25, 5], stops: 95, digits: 2 };

export const doglegFields: Fields<DoglegState> = {
  x: numberField(4, ...WINDOW.x),
  y: numberField(1, ...WINDOW.y),
  radius: numberField(2.5, ...radiusTrack.domain),
};

export const PRESETS = [0.5, 2, 2.5, 3.5, 5].map((radius) => ({ label: String(radius), radius }));
