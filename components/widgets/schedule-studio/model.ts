import {
  bowl,
  gauss,
  gradientDescentKernel,
  mulberry32,
  type Schedule,
  warmUp,
} from "@downhill/optim";
import { type ScheduleId, studioSchedule } from "./schedules.ts";

/** Steps of a run. */
export const STEPS = 500;
/** Runs over which losses are averaged: those of the seeds 1, 2, …. */
export const SEEDS = 400;
const START = [-8, 1.5] as const;
const CURVATURES = [1, 20] as const;

/** A schedule on the noisy bowl; index t of `losses` and `travel` is after t steps. */
export interface StudioRun {
  /** The rate of step t = 1, 2, …, at index t − 1. */
  readonly rates: readonly number[];
  /** The mean loss over all seeds. */
  readonly losses: readonly number[];
  /** The sum of all rates so far. */
  readonly travel: readonly number[];
}

/** The schedule that a setting means: w steps of warm-up, and the schedule over the rest. */
export function scheduleOf(
  id: ScheduleId,
  learningRate: number,
  shape: number,
  warmup: number,
): Schedule {
  return warmUp(studioSchedule(id).make(learningRate, shape, STEPS - warmup), { steps: warmup });
}

/** Gradient descent on the bowl of curvatures 1 and 20, with noise of variance 1 in each coordinate. */
export function studioRun(schedule: Schedule): StudioRun {
  const rates = Array.from({ length: STEPS }, (_, n) => schedule(n + 1));
  const losses = new Float64Array(STEPS + 1);
  const [x, g] = [new Float64Array(2), new Float64Array(2)];
  const noise = noiseOfAllSeeds();
  const surface = bowl(CURVATURES);
  for (let seed = 0; seed < SEEDS; seed++) {
    x.set(START);
    losses[0] = (losses[0] as number) + surface.value(x) / SEEDS;
    for (let t = 1; t <= STEPS; t++) {
      const at = 2 * (seed * STEPS + t - 1);
      for (let i = 0; i < 2; i++)
        g[i] = (CURVATURES[i] as number) * (x[i] as number) + (noise[at + i] as number);
      gradientDescentKernel(x, g, rates[t - 1] as number);
      const [a, b] = x as unknown as readonly [number, number];
      const loss = (CURVATURES[0] * a * a + CURVATURES[1] * b * b) / 2;
      losses[t] = (losses[t] as number) + loss / SEEDS;
    }
  }
  let sum = 0;
  return { rates, losses: [...losses], travel: [0, ...rates.map((rate) => (sum += rate))] };
}

/** The step after which the mean loss is above all that it was at the start, and stays no number. */
export function divergedAt({ losses }: StudioRun): number | undefined {
  const lost = 1e3 * (losses[0] as number);
  const step = losses.findIndex((loss) => !(loss < lost));
  return step < 0 ? undefined : step;
}

let drawn: Float64Array | undefined;

/** Seed after seed the stream of its normal numbers: step after step, first x, then y. */
function noiseOfAllSeeds(): Float64Array {
  if (drawn !== undefined) return drawn;
  drawn = new Float64Array(2 * STEPS * SEEDS);
  for (let seed = 1; seed <= SEEDS; seed++) {
    const normal = gauss(mulberry32(seed));
    const first = 2 * STEPS * (seed - 1);
    for (let i = 0; i < 2 * STEPS; i++) drawn[first + i] = normal();
  }
  return drawn;
}
