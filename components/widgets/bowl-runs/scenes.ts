import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
import type { Window } from "#src/plotting/clip.ts";

/** What runs in a figure. */
export type Runner =
  | "momentum"
  | "RMSprop"
  | "Adam"
  | "Adam, not corrected"
  | "Adam that forgets"
  | "Adam, axes along the ravine";

/** What the reader can set. */
export type Knob = "c" | "angle" | "eta" | "beta2";

export type SceneName = "three-methods" | "cold-start" | "own-axes" | "forgetful-adam";

/** One figure: who runs, for how long, what can be set, and what is said of it. */
export interface Scene {
  readonly title: string;
  readonly tryThis: ReactNode;
  readonly notice: ReactNode;
  readonly why: ReactNode;
  readonly runners: readonly Runner[];
  readonly knobs: readonly Knob[];
  /** Adam's rate, and RMSprop's. */
  readonly eta: number;
  /** Degrees by which the axes are turned at first. */
  readonly angle: number;
  readonly steps: number;
  /** The step shown at first. */
  readonly t: number;
  /** What is seen of the plane, and of the loss. */
  readonly window: Window;
  readonly losses: readonly [number, number];
}

const WIDE: Window = { x: [-4.8, 1.8], y: [-1.7, 1.9] };

export const scenes: Readonly<Record<SceneName, Scene>> = {
  "three-methods": {
    title: say("Three methods, and a factor before the loss"),
    tryThis: say("c = 10, then c = 20; then c = 0.01."),
    notice: say(
      "momentum crawls, hurries or leaves the picture. The paths of the other two do not move by a hair. RMSprop (ρ = 0.9, not corrected) comes close first, is thrown out again, and hops over the floor for good; Adam (0.9 and 0.999) swings past the minimum and comes back.",
    ),
    why: say(
      "momentum’s step is proportional to the gradient. RMSprop and Adam divide it by its usual size, and c with it. Near the bottom RMSprop has soon forgotten the large gradients and divides by something small; Adam remembers them a hundred times as long. And where gradients change sign at every step, each moves RMSprop by about η; in Adam’s average they cancel.",
    ),
    runners: ["momentum", "RMSprop", "Adam"],
    knobs: ["c", "eta"],
    eta: 0.1,
    angle: 0,
    steps: 150,
    t: 60,
    window: WIDE,
    losses: [1e-7, 1e2],
  },
  "cold-start": {
    title: say("The first twenty steps, with and without the correction"),
    tryThis: say(
      "a longer memory of squares, β₂ = 0.9999, then a short one, 0.9; then β₂ = 0.999 and η = 0.3.",
    ),
    notice: say(
      "both start in the same direction. Without the correction and with β₂ = 0.999 the first step is about three times as long, and the following ones longer still; at step 20 that run is past the minimum, and the corrected one has gone a quarter of the way. With β₂ = 0.9 the uncorrected steps are the shorter ones.",
    ),
    why: say(
      "the denominator starts at 0 and comes up slowly: after t steps it has reached only the part √(1 − β₂ᵗ). The numerator has reached 1 − β₁ᵗ, which for β₂ = 0.999 is more.",
    ),
    runners: ["Adam", "Adam, not corrected"],
    knobs: ["beta2", "eta"],
    eta: 0.05,
    angle: 0,
    steps: 20,
    t: 20,
    window: WIDE,
    losses: [1e-2, 1e3],
  },
  "own-axes": {
    title: say("The same bowl, counted along other axes"),
    tryThis: say("turn the axes from 0° to 45°; then change the factor c."),
    notice: say(
      "momentum’s path stays where it is when the axes turn, and Adam’s does not: at 45° it starts straight across the ravine, and is slow along the floor. The factor c does the opposite: it moves momentum and not Adam.",
    ),
    why: say(
      "Adam gives every coordinate a step of about η. So it starts along a diagonal of the axes, whatever the bowl. At 45° both coordinates see the steep direction alike, and no division by coordinates can tell it from the flat one.",
    ),
    runners: ["momentum", "Adam", "Adam, axes along the ravine"],
    knobs: ["angle", "c"],
    eta: 0.1,
    angle: 45,
    steps: 200,
    t: 60,
    window: WIDE,
    losses: [1e-8, 1e2],
  },
  "forgetful-adam": {
    title: say("Adam, and an Adam that forgets"),
    tryThis: say("stop at 10, 100 and 300 steps; then try half the rate."),
    notice: say(
      "for a while the broken one is just slower. It too reaches the bottom, and then its loss goes up and down, and on the whole up.",
    ),
    why: say(
      "it has no memory: each step is η times the sign of the gradient, times a factor that is 1 at first, 0.48 at step 12, and climbs towards 3.16. Signs do not shrink near the minimum.",
    ),
    runners: ["Adam", "Adam that forgets"],
    knobs: ["eta"],
    eta: 0.1,
    angle: 0,
    steps: 300,
    t: 300,
    window: WIDE,
    losses: [1e-13, 1e3],
  },
};
