import { gridSearch, linearRange, randomSearch, searchSpace, type Trial } from "@downhill/optim";

/** The best place of the setting that matters, and of the other one. */
export const BEST = { x: 0.7, y: 0.4 } as const;
/** Trials of each search. */
export const TRIALS = 9;
/** Random searches that are counted: those of the seeds 1, 2, …. */
export const SEARCHES = 1000;

export type Place = { readonly x: number; readonly y: number };

const space = searchSpace({ x: linearRange(0, 1), y: linearRange(0, 1) });

/** How far a place is from the best: y counts by its weight only. */
export const missOf =
  (weight: number) =>
  ({ x, y }: Place): number =>
    Math.hypot(x - BEST.x, weight * (y - BEST.y));

export interface Search {
  readonly trials: readonly Trial<Place>[];
  readonly best: Trial<Place>;
}

/** A grid of 3 × 3, at the middles of nine equal squares. */
export function gridOf(weight: number): Search {
  return gridSearch(missOf(weight), space, { points: 3, placement: "midpoints" });
}

/** Nine places at random. */
export function randomOf(weight: number, seed: number): Search {
  return randomSearch(missOf(weight), space, { trials: TRIALS, seed });
}

/** How many of many random searches come nearer than the grid, and how near they come on average. */
export function record(weight: number): { readonly wins: number; readonly mean: number } {
  const grid = gridOf(weight).best.score;
  const scores = Array.from({ length: SEARCHES }, (_, i) => randomOf(weight, i + 1).best.score);
  return {
    wins: scores.filter((score) => score < grid).length,
    mean: scores.reduce((sum, score) => sum + score, 0) / SEARCHES,
  };
}
