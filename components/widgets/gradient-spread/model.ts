import { mulberry32 } from "@downhill/optim";
import { nearLine } from "../minibatch-lab/data.ts";
import { COUNT, DRAWS, type Place, type SpreadState } from "./state.ts";

/** Estimates of the slope in w by many batches, and how they scatter. */
export interface Estimates {
  readonly values: readonly number[];
  /** Standard deviation about the true slope, measured and by the formula. */
  readonly measured: number;
  readonly theory: number;
  /** Share of the estimates that have not the sign of the true slope. */
  readonly wrong: number;
}

export interface SpreadModel {
  /** The slope in w of the whole loss. */
  readonly slope: number;
  /** Standard deviation of the slopes of single points about it. */
  readonly sigma: number;
  readonly replacing: Estimates;
  readonly without: Estimates;
}

/** Where the gradient is estimated, as (w, c). */
export const PLACES: Readonly<Record<Place, readonly [w: number, c: number]>> = {
  start: [-2, 2],
  near: [1.5, -0.5],
  minimum: [nearLine.best.w, nearLine.best.c],
};

export function spreadModel({ b, place }: SpreadState): SpreadModel {
  const [w, c] = PLACES[place];
  const single = nearLine.points.map(({ x, y }) => (w * x + c - y) * x);
  const slope = single.reduce((sum, one) => sum + one, 0) / COUNT;
  const sigma = rootMeanSquare(single.map((one) => one - slope));
  const rng = mulberry32(1);
  const order = Array.from({ length: COUNT }, (_, i) => i);
  const estimates = (draw: () => number, theory: number): Estimates => {
    const values = Array.from({ length: DRAWS }, draw);
    return {
      values,
      measured: rootMeanSquare(values.map((value) => value - slope)),
      theory,
      wrong: values.filter((value) => value * slope <= 0).length / DRAWS,
    };
  };
  const replacing = () => {
    let sum = 0;
    for (let k = 0; k < b; k++) sum += single[Math.floor(rng() * COUNT)] as number;
    return sum / b;
  };
  // The first b places of a shuffle that goes on from the last one.
  const without = () => {
    let sum = 0;
    for (let k = 0; k < b; k++) {
      const other = k + Math.floor(rng() * (COUNT - k));
      [order[k], order[other]] = [order[other] as number, order[k] as number];
      sum += single[order[k] as number] as number;
    }
    return sum / b;
  };
  return {
    slope,
    sigma,
    replacing: estimates(replacing, sigma / Math.sqrt(b)),
    without: estimates(without, sigma * Math.sqrt((COUNT - b) / (COUNT - 1) / b)),
  };
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
}
