import { bowl, type PlottableProblem } from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Window } from "#src/plotting/clip.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { Track } from "../slider-scale.ts";
import { choiceField, type Fields, numberField, wholeField } from "../url-state.ts";

export type SurfaceName = "line" | "bowl";
/** Where the gradient is taken: ahead of the ball, or on the wrong side of it. */
export type Version = "ahead" | "behind";

/** A surface with what the figure needs to show it. */
export interface Surface {
  readonly name: SurfaceName;
  readonly label: string;
  /** In a sentence: "on …". */
  readonly words: string;
  readonly problem: PlottableProblem;
  /** What is shown; a start may be anywhere in it. */
  readonly window: Window;
  readonly start: Point;
  /** The step that it is first shown at: one whose velocity is large. */
  readonly opening: number;
}

const line: Surface = {
  name: "line",
  label: "5x²",
  words: "5x²",
  problem: bowl([10]),
  window: { x: [-0.8, 1.2], y: [0, 5.4] },
  start: { x: 1, y: 0 },
  opening: 1,
};

export const SURFACES: readonly Surface[] = [
  line,
  {
    name: "bowl",
    label: say("a bowl"),
    words: say("the bowl with curvatures 1 and 10"),
    problem: bowl([1, 10]),
    window: { x: [-4.2, 1], y: [-1.3, 1.9] },
    start: { x: -3.6, y: 1.5 },
    opening: 2,
  },
];

/** The surface, where the gradient is taken, the start with its velocity, the knobs, the step shown. */
export interface LookAheadState {
  readonly surface: SurfaceName;
  readonly version: Version;
  readonly x: number;
  readonly y: number;
  readonly vx: number;
  readonly vy: number;
  readonly eta: number;
  readonly beta: number;
  readonly t: number;
}

export const LONGEST = 20;
export const etaTrack: Track = { type: "linear", domain: [0.01, 0.2], stops: 190, digits: 3 };
export const betaTrack: Track = { type: "linear", domain: [0.05, 0.95], stops: 90, digits: 2 };

export const lookAheadFields: Fields<LookAheadState> = {
  surface: choiceField<SurfaceName>("line", ["line", "bowl"]),
  version: choiceField<Version>("ahead", ["ahead", "behind"]),
  x: numberField(line.start.x, -4.2, 1.2),
  y: numberField(line.start.y, -1.3, 1.9),
  vx: numberField(0, -9000, 9000),
  vy: numberField(0, -9000, 9000),
  eta: numberField(0.05, ...etaTrack.domain),
  beta: numberField(0.9, ...betaTrack.domain),
  t: wholeField(line.opening, 0, LONGEST),
};

export function surfaceOf({ surface }: Pick<LookAheadState, "surface">): Surface {
  return SURFACES.find(({ name }) => name === surface) as Surface;
}

/** Another surface, with its own start at rest. */
export function withSurface(surface: SurfaceName): Partial<LookAheadState> {
  const { start, opening } = surfaceOf({ surface });
  return { surface, ...start, vx: 0, vy: 0, t: opening };
}
