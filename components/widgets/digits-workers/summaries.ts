import type { Measured } from "./measure.ts";
import type { Mode } from "./state.ts";

/** The middle value; of an even number the lower of the two in the middle. None of none. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/** Images per second, the median over the repetitions. */
export function imagesPerSecond(
  measured: readonly Measured[],
  mode: Mode,
  workers: number,
): number | undefined {
  return median(
    measured
      .filter((one) => one.mode === mode && one.workers === workers)
      .map((one) => one.imagesPerSecond),
  );
}

/** How many times as many images a second as one worker, for whom both modes are the same. */
export function speedUp(
  measured: readonly Measured[],
  mode: Mode,
  workers: number,
): number | undefined {
  const one = median(
    measured.filter((alone) => alone.workers === 1).map((alone) => alone.imagesPerSecond),
  );
  const many = imagesPerSecond(measured, mode, workers);
  return one === undefined || many === undefined ? undefined : many / one;
}

/** The mean number of updates that a gradient is late, and what nine in ten gradients lie between. */
export function meanOfDelays(delays: readonly number[]) {
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number;
  return {
    mean: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
    low: at(0.05),
    high: at(0.95),
    most: sorted.at(-1) as number,
  };
}
