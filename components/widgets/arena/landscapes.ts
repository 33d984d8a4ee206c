import {
  beale,
  bowl,
  dunes,
  himmelblau,
  type Objective,
  type PlottableProblem,
  rosenbrock,
} from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Window } from "#src/plotting/clip.ts";
import type { Point } from "#src/plotting/scale.ts";
import { RACERS, type Racer } from "./racers.ts";

export const LANDSCAPES = ["beale", "rosenbrock", "dunes", "himmelblau", "ravine"] as const;
export type LandscapeName = (typeof LANDSCAPES)[number];

/** A function to race on. */
export interface Landscape {
  readonly title: string;
  readonly objective: Objective;
  readonly window: Window;
  /** Where the rates were tuned. */
  readonly start: Point;
  readonly minima: readonly (Point & { readonly name: string })[];
  readonly lowest: number;
  /** Heights of the level lines above the lowest point. */
  readonly levels: readonly number[];
  /** For each method the fastest of the rates 1, 2, 5 · 10⁻ᵏ from the start; see `arena.test.ts`. */
  readonly tuned: Readonly<Record<Racer, number>>;
}

const decades = (from: number, to: number) =>
  Array.from({ length: 2 * (to - from) + 1 }, (_, i) => 10 ** (from + i / 2));

const even = (step: number, count: number) =>
  Array.from({ length: count }, (_, i) => step * (i + 0.5));

export const landscapes: Readonly<Record<LandscapeName, Landscape>> = {
  beale: {
    title: say("Beale"),
    objective: beale,
    window: beale.window,
    start: { x: 1, y: 1.5 },
    ...minimaOf(beale, [""]),
    levels: decades(-1, 5),
    tuned: rates(0.02, 0.002, 0.005, 0.1, 2, 0.05, 0.5, 0.5, 1, 0.05, 0.5, 0.02),
  },
  rosenbrock: {
    title: say("Rosenbrock"),
    objective: rosenbrock,
    window: { x: [-2, 2], y: [-0.9, 2.6] },
    start: { x: -1.2, y: 1 },
    ...minimaOf(rosenbrock, [""]),
    levels: decades(-1, 3),
    tuned: rates(0.002, 0.002, 0.001, 0.002, 1, 0.005, 1, 0.1, 0.5, 0.02, 0.5, 0.002),
  },
  dunes: {
    title: say("three hollows"),
    objective: dunes,
    window: dunes.window,
    start: { x: 0.25, y: 2.25 },
    ...minimaOf(dunes, ["A", "B", "C"]),
    levels: even(0.35, 14),
    tuned: rates(0.2, 0.2, 0.2, 1, 0.5, 0.1, 2, 0.2, 1, 0.02, 0.5, 0.05),
  },
  himmelblau: {
    title: say("Himmelblau"),
    objective: himmelblau,
    window: { x: [-5.5, 5.5], y: [-5, 5] },
    start: { x: 0, y: 0 },
    ...minimaOf(himmelblau, ["A", "B", "C", "D"]),
    levels: even(2, 12).map((root) => root ** 2),
    tuned: rates(0.02, 0.005, 0.01, 1, 2, 0.1, 2, 1, 1, 0.2, 2, 0.05),
  },
  ravine: {
    title: say("turned ravine"),
    objective: bowl([1, 100], Math.PI / 6),
    window: { x: [-5, 5], y: [-3, 3] },
    start: { x: -4, y: 1 },
    minima: [{ x: 0, y: 0, name: "" }],
    lowest: 0,
    levels: even(2.5, 14).map((root) => root ** 2),
    tuned: rates(0.01, 0.01, 0.005, 1, 5, 0.1, 2, 0.5, 1, 0.1, 2, 0.02),
  },
};

/** The rates in the order of RACERS. */
function rates(...of: readonly number[]): Record<Racer, number> {
  return Object.fromEntries(RACERS.map((racer, i) => [racer, of[i]])) as Record<Racer, number>;
}

function minimaOf(problem: PlottableProblem, names: readonly string[]) {
  const minima = problem.criticalPoints.filter(({ kind }) => kind === "minimum");
  return {
    minima: minima.map(({ x }, i) => ({
      x: x[0] as number,
      y: x[1] as number,
      name: names[i] as string,
    })),
    lowest: Math.min(...minima.map(({ f }) => f as number)),
  };
}
