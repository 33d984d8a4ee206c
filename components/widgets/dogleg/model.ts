import {
  doglegStep,
  exactStep,
  type ModelStep,
  norm,
  type QuadraticModel,
  type Vec,
} from "@downhill/optim";
import { say } from "#src/language/say.ts";
import type { Point } from "#src/plotting/scale.ts";
import { CURVATURES, type DoglegState } from "./state.ts";

/** The steps of a trust region from one place, all counted from there. */
export interface DoglegPicture {
  readonly g: Point;
  /** The bottom of the model down the gradient, and of the whole model. */
  readonly cauchy: Point;
  readonly newton: Point;
  readonly dogleg: Step;
  /** The best step of all within the radius. */
  readonly best: Step;
  /** The best steps for all radii, from none to Newton's. */
  readonly curve: readonly Point[];
}

export interface Step {
  readonly p: Point;
  readonly length: number;
  /** What the model promises. */
  readonly decrease: number;
}

const H = CURVATURES.map((curvature, i) =>
  Float64Array.from(CURVATURES, (_, j) => (i === j ? curvature : 0)),
);
const times = (v: Vec) => v.map((entry, i) => entry * (CURVATURES[i] as number));
const point = (v: Vec): Point => ({ x: v[0] as number, y: v[1] as number });

const SAMPLES = 24;

/** The picture for a start and a radius. */
export function doglegPicture({ x, y, radius }: DoglegState): DoglegPicture {
  const g = times(Float64Array.of(x, y));
  const model: QuadraticModel = { g, h: () => H, hv: times };
  // A radius that holds nothing back: the whole path, and its knee where the gradient leads.
  const newton = doglegStep(model, FAR).p;
  const bend = times(g);
  const slope = g.reduce((sum, entry) => sum + entry * entry, 0);
  const curve = g.reduce((sum, entry, i) => sum + entry * (bend[i] as number), 0);
  const t = curve > 0 ? slope / curve : 0;
  const reach = norm(newton);
  return {
    g: point(g),
    cauchy: point(g.map((entry) => -t * entry)),
    newton: point(newton),
    dogleg: stepOf(doglegStep(model, radius)),
    best: stepOf(exactStep(model, radius)),
    curve: Array.from({ length: SAMPLES + 1 }, (_, i) =>
      i === 0 ? { x: 0, y: 0 } : point(exactStep(model, (reach * i) / SAMPLES).p),
    ),
  };
}

const FAR = 1e6;

function stepOf({ p, decrease }: ModelStep): Step {
  return { p: point(p), length: norm(p), decrease };
}

/** Which part of the path the radius ends on. */
export function endsOn({ cauchy, newton }: DoglegPicture, radius: number): string {
  if (Math.hypot(newton.x, newton.y) <= radius) return say("Newton’s step fits");
  return Math.hypot(cauchy.x, cauchy.y) >= radius
    ? say("on the first leg, down the gradient")
    : say("on the second leg, between the knee and Newton’s point");
}
