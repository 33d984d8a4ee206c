import { say } from "#src/language/say.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

export const SURFACES = [
  { value: "bowl", label: say("bowl") },
  { value: "valley", label: say("Rosenbrock’s valley") },
] as const;

export type SurfaceName = (typeof SURFACES)[number]["value"];

/** The function, where the run starts, and the step shown. */
export interface SecantState {
  readonly surface: SurfaceName;
  readonly x: number;
  readonly y: number;
  readonly t: number;
}

/** What is seen of each function, and of its ellipses; where a run starts at first. */
export const SCENES = {
  bowl: {
    window: { x: [-4.6, 4.6], y: [-4, 4] },
    half: 1.25,
    start: { x: -3.6, y: -1.6 },
  },
  valley: {
    window: { x: [-2, 2], y: [-1.3, 2.2] },
    half: 1.9,
    start: { x: -1.2, y: 1 },
  },
} as const;

export const MOST_STEPS = 60;

export const secantFields: Fields<SecantState> = {
  surface: choiceField<SurfaceName>("bowl", ["bowl", "valley"]),
  x: numberField(SCENES.bowl.start.x, -4.6, 4.6),
  y: numberField(SCENES.bowl.start.y, -4, 4),
  t: wholeField(1, 0, MOST_STEPS),
};
