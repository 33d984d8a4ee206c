import { gauss, mulberry32, type StochasticObjective } from "@downhill/optim";

/** The gradient of step t = 1, 2, …: one number for each coordinate. */
export type Gradients = (t: number) => readonly number[];

/** An objective whose step t sees the gradient that the stream says, wherever the method stands. */
export function streamObjective(dim: number, gradients: Gradients): StochasticObjective {
  return {
    dim,
    value: () => 0,
    gradient: () => new Float64Array(dim),
    at(t) {
      const g = Float64Array.from(gradients(t));
      const value = (x: Float64Array) => x.reduce((sum, xi, i) => sum + xi * (g[i] as number), 0);
      return { dim, value, gradient: () => Float64Array.from(g) };
    },
  };
}

/** Always the same number. */
export const constantStream =
  (g: number): Gradients =>
  () => [g];

/** +g, −g, +g, … */
export const alternatingStream =
  (g: number): Gradients =>
  (t) => [t % 2 === 1 ? g : -g];

/** One number up to and including step `last`, another after it. */
export const changingStream =
  (before: number, last: number, after: number): Gradients =>
  (t) => [t <= last ? before : after];

/** One number, but at step `at` another. */
export const spikeStream =
  (g: number, at: number, spike: number): Gradients =>
  (t) => [t === at ? spike : g];

/** The numbers of a list, over and over. */
export const cyclicStream =
  (cycle: readonly number[]): Gradients =>
  (t) => [cycle[(t - 1) % cycle.length] as number];

/** Normally distributed numbers, the same for the same seed. Ask for t = 1, 2, … up to `steps`. */
export function noiseStream(
  steps: number,
  mean: number,
  deviation: number,
  seed: number,
): Gradients {
  const normal = gauss(mulberry32(seed));
  const drawn = Array.from({ length: steps }, () => mean + deviation * normal());
  return (t) => [drawn[t - 1] as number];
}
