import type { Method } from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";
import { type Landscape, landscapes } from "./landscapes.ts";
import { makers, type Racer } from "./racers.ts";
import { type ArenaState, LONGEST, NEAR, rateOf } from "./state.ts";

/** How a run ended. */
export type Finish =
  /** Near a minimum from this step on; which one, where there are several. */
  | { readonly kind: "arrived"; readonly step: number; readonly at: string }
  | { readonly kind: "diverged"; readonly step: number }
  | { readonly kind: "under way" };

export interface ArenaRun {
  readonly racer: Racer;
  readonly eta: number;
  /** Point after 0, 1, … steps. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly finish: Finish;
}

export interface ArenaModel {
  readonly landscape: Landscape;
  readonly runs: readonly ArenaRun[];
  /** Steps shown: a little more than the last to arrive needs. */
  readonly length: number;
}

/** So far out nobody comes back. */
const LOST = 1e4;
const SHORTEST = 60;

/** All chosen methods from one start. */
export function arenaModel(state: ArenaState): ArenaModel {
  const landscape = landscapes[state.on];
  const runs = state.who.map((racer) => {
    const eta = rateOf(state, racer);
    return { racer, eta, ...race(makers[racer](eta), landscape, state) };
  });
  const arrivals = runs.flatMap(({ finish }) => (finish.kind === "arrived" ? [finish.step] : []));
  const length = arrivals.length === 0 ? 1000 : Math.ceil(1.15 * Math.max(...arrivals));
  return { landscape, runs, length: Math.min(LONGEST, Math.max(SHORTEST, length)) };
}

/** One run, in place: nothing of it is needed but the points. */
export function race(
  method: Method,
  { objective, minima }: Landscape,
  start: Point,
): Omit<ArenaRun, "racer" | "eta"> {
  const work = method.inPlace?.(Float64Array.of(start.x, start.y));
  if (work === undefined) throw new Error(`${method.name} cannot run in place`);
  const [xs, ys] = [[start.x], [start.y]];
  const nearest = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>) =>
    minima.find((minimum) => Math.hypot(x - minimum.x, y - minimum.y) < NEAR);
  let since = 0;
  let where = nearest([start.x, start.y]);
  for (let t = 1; t <= LONGEST; t++) {
    const lost = work.advance(objective, t) !== undefined;
    const [x, y] = work.x as unknown as [number, number];
    if (lost || !(Math.abs(x) < LOST && Math.abs(y) < LOST))
      return { xs, ys, finish: { kind: "diverged", step: t } };
    xs.push(x);
    ys.push(y);
    const now = nearest([x, y]);
    if (now !== where) since = t;
    where = now;
  }
  if (where === undefined) return { xs, ys, finish: { kind: "under way" } };
  return { xs, ys, finish: { kind: "arrived", step: since, at: where.name } };
}

/** Where a run stands at step t; one that has diverged is nowhere after that. */
export function standing({ xs, ys }: ArenaRun, t: number): Point | undefined {
  return t < xs.length ? { x: xs[t] as number, y: ys[t] as number } : undefined;
}

/** The loss above the lowest point at a step. */
export function lossAt({ objective, lowest }: Landscape, run: ArenaRun, t: number): number {
  const point = standing(run, t);
  if (point === undefined) return Number.NaN;
  return objective.value(Float64Array.of(point.x, point.y)) - lowest;
}
