/** The runs that the numbers of chapter 14 come from. */
import {
  constantRate,
  exponentialDecay,
  gradientDescentKernel,
  oneCycle,
  type Schedule,
  symmetricEigen,
  type Vec,
} from "@downhill/optim";
import { bayesianModel, lossAt } from "#components/widgets/bayesian-search/model.ts";
import { liveSearch, winnerOf } from "#components/widgets/live-search/model.ts";
import {
  batchesOf,
  moonsRun,
  network,
  startOf,
} from "#components/widgets/moons-network/training.ts";
import { bestLine, population, ROUNDS } from "#components/widgets/population/model.ts";
import { STEPS, scheduleOf, studioRun } from "#components/widgets/schedule-studio/model.ts";
import {
  afterRound,
  type Mode,
  quality,
  trainWith,
  twoWorkers,
} from "#components/widgets/two-workers/model.ts";

export const last = <T>(list: readonly T[]): T => list.at(-1)!;
export const studio = (id: Parameters<typeof scheduleOf>[0], shape = 0, warmup = 0) =>
  studioRun(scheduleOf(id, 0.09, shape, warmup));
export const constant = (rate: number) => studioRun(constantRate({ learningRate: rate }));
export const [high, low, best] = [constant(0.09), constant(0.02), constant(0.011)];
export const exponential = studio("exponential", 5);
export const tooFast = studio("exponential", 20);
export const misprint = studio("misprint", 0.01);
export const restarts = studio("restarts", 125);
export const lowCosine = studioRun(scheduleOf("cosine", 0.03, 0, 0));

/** The exact mean loss at the end of a studio's run: mean and variance of both coordinates. */
export function exactLoss(schedule: Schedule): number {
  return [
    [1, -8],
    [20, 1.5],
  ].reduce((sum, [lambda, from]) => {
    let [mean, variance] = [from!, 0];
    for (let k = 1; k <= STEPS; k++) {
      const eta = schedule(k);
      mean *= 1 - eta * lambda!;
      variance = variance * (1 - eta * lambda!) ** 2 + eta ** 2;
    }
    return sum + (lambda! / 2) * (mean ** 2 + variance);
  }, 0);
}

/** How likely nine random places are nearer than the grid if the best place is drawn evenly; y counts or not. */
export function nearerAnywhere(weight: 0 | 1): number {
  const lines = [1 / 6, 1 / 2, 5 / 6];
  const middles = (count: number) => Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  const within = (at: number, reach: number) => Math.min(1, at + reach) - Math.max(0, at - reach);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const off = (at: number) => Math.min(...lines.map((line) => Math.abs(at - line)));
  if (weight === 0) return mean(middles(3000).map((x) => 1 - (1 - within(x, off(x))) ** 9));
  /** The share of the square that is nearer to (x, y) than the grid is: a sum over strips. */
  const share = (x: number, y: number) => {
    const reach = Math.hypot(off(x), off(y));
    const [low, high] = [Math.max(0, x - reach), Math.min(1, x + reach)];
    const strips = middles(60).map((at) => {
      const u = low + (high - low) * at;
      return within(y, Math.sqrt(Math.max(0, reach ** 2 - (u - x) ** 2)));
    });
    return (high - low) * mean(strips);
  };
  return mean(middles(60).flatMap((x) => middles(60).map((y) => 1 - (1 - share(x, y)) ** 9)));
}

/** The floor of the loss, by chapter 2. */
export const floorLoss = (eta: number) =>
  [1, 20].reduce((sum, lambda) => sum + eta / (2 * (2 - eta * lambda)), 0);

/** The cell of the range test: the rate at which the smoothed loss is lowest. */
export function rangeTest(updates: number) {
  const growing = exponentialDecay({ learningRate: 0.001, factor: 1e5 ** (1 / (updates - 1)) });
  const x = startOf(1);
  let average = 0;
  const rows = Array.from({ length: updates }, (_, i) => {
    const batch = batchesOf(1).at(i + 1);
    average = 0.9 * average + 0.1 * batch.value(x);
    gradientDescentKernel(x, batch.gradient(x), growing(i + 1));
    return { eta: growing(i + 1), loss: average / (1 - 0.9 ** (i + 1)) };
  });
  const lowest = rows.reduce((a, b) => (b.loss < a.loss ? b : a));
  return { lowest: lowest.eta, rows };
}
export const sharpness = (x: Vec) => last([...symmetricEigen(network.hessian!(x)).values]);
export const test200 = rangeTest(200);
export function afterTraining(method: "SGD" | "momentum", rate: number): number {
  const trainedOn = moonsRun(method, rate);
  trainedOn.trainUntil(30);
  return trainedOn.losses[30]!;
}
export const fast = moonsRun("SGD", 6);
fast.trainUntil(30);

export const search = (strategy: "grid" | "random" | "halving", range: "wide" | "low" = "wide") =>
  liveSearch({ strategy, method: "momentum", range, seed: 1 }).upTo(40);
export const [grid, random, halving] = [search("grid"), search("random"), search("halving")];
export const bestOf = (trials: typeof grid) => winnerOf(trials, "wide")!.trial;

/** Epochs of the halving where no training is begun anew: each setting costs its longest one. */
const longest = new Map<number, number>();
for (const { values, epochs } of halving) longest.set(values.learningRate, epochs);
export const continued = [...longest.values()].reduce((sum, epochs) => sum + epochs, 0);

/** The cell of the halving: the exact mean loss at a constant rate. */
export const meanLoss = (eta: number, updates: number) =>
  [
    [1, -8],
    [20, 1.5],
  ].reduce((sum, [lambda, from]) => {
    const kept = (1 - eta * lambda!) ** 2;
    const left = kept ** updates;
    return sum + (lambda! / 2) * (from! ** 2 * left + (eta ** 2 * (1 - left)) / (1 - kept));
  }, 0);

/** The share of a cycle that has passed when its rate is highest. */
const cycle = oneCycle({ learningRate: 1, steps: 1000 });
export const peakAt =
  Array.from({ length: 1000 }, (_, i) => i + 1).reduce((a, b) => (cycle(b) > cycle(a) ? b : a)) /
  1000;

export const asked = bayesianModel(0.6).trials;
export const midpoints = (count: number) =>
  Math.min(...Array.from({ length: count }, (_, i) => lossAt(-5 + (5 * (i + 0.5)) / count)));
/** The lowest point of the formula, from a fine grid. */
export const lowestR = Array.from({ length: 50_001 }, (_, i) => -5 + i / 10_000).reduce((a, b) =>
  lossAt(b) < lossAt(a) ? b : a,
);

/** The better worker's quality for the seeds 1 to 100, in order. */
const qualities = (mode: Mode) =>
  Array.from({ length: 100 }, (_, i) =>
    Math.max(...afterRound(twoWorkers(mode, i + 1), 20).map(({ score }) => -score)),
  ).toSorted((a, b) => a - b);
export const [both, alone] = [qualities("both"), qualities("explore")];
export const finalQ = (mode: Mode) =>
  afterRound(twoWorkers(mode, 1), 20).map(({ score }) => -score);
export const fixed = (h: number) => quality(trainWith([0.9, 0.9], { h0: h, h1: h }, 200));

export const line = bestLine(population(4), ROUNDS);

/** Words of the chapter → the numbers in them, recomputed. */
