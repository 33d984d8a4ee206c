import { bowl, gradientDescent, run } from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import { tracePoints } from "#src/plotting/trace-points.ts";
import { type ExplorerState, STEPS } from "./state.ts";

/** A run down the ravine, whole and in its two directions. */
export interface ExplorerModel {
  readonly points: readonly Point[];
  readonly losses: readonly number[];
  /** What each direction contributes to the loss. */
  readonly floorLosses: readonly number[];
  readonly acrossLosses: readonly number[];
  /** 1 − ημ and 1 − ηL. */
  readonly factors: { readonly floor: number; readonly across: number };
  /** The first step at which the loss is a hundred times what it was at first, if it ever is. */
  readonly diverged?: number;
}

const LOST = 100;

type Setting = Pick<ExplorerState, "kappa" | "eta" | "angle" | "floor" | "across">;

/** Gradient descent with a fixed rate in a turned ravine, from a start given in its own directions. */
export function explorerModel({ kappa, eta, angle, floor, across }: Setting): ExplorerModel {
  const start = inPlane({ floor, across }, angle);
  const problem = bowl([1, kappa], radians(angle));
  const trace = run(gradientDescent({ learningRate: eta }), problem, [start.x, start.y], {
    steps: STEPS,
  });
  const points = tracePoints(trace);
  const own = points.map((point) => inRavine(point, angle));
  const factors = { floor: 1 - eta, across: 1 - eta * kappa };
  const losses = trace.frames.map(({ f }) => f);
  // By the loss, which does not depend on how the ravine lies.
  const diverged = losses.findIndex((loss) => loss > LOST * (losses[0] as number));
  return {
    points,
    losses,
    floorLosses: own.map((at) => at.floor ** 2 / 2),
    acrossLosses: own.map((at) => (kappa * at.across ** 2) / 2),
    factors,
    ...(diverged >= 0 && { diverged }),
  };
}

/** A place by its distances from the minimum along the floor and across. */
export type RavinePlace = Pick<ExplorerState, "floor" | "across">;

/** The point of the plane at a place of the ravine. */
export function inPlane({ floor, across }: RavinePlace, angle: number): Point {
  const [c, s] = turn(angle);
  return { x: c * floor - s * across, y: s * floor + c * across };
}

/** The place in the ravine of a point of the plane. */
export function inRavine({ x, y }: Point, angle: number): RavinePlace {
  const [c, s] = turn(angle);
  return { floor: c * x + s * y, across: c * y - s * x };
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const turn = (angle: number) => [Math.cos(radians(angle)), Math.sin(radians(angle))] as const;
