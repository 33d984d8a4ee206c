import { linearRange, logRange, mulberry32 } from "@downhill/optim";

/** The range of learning rates that is searched. */
export const LOW = 1e-4;
export const HIGH = 1;
/** The decades of the range, by their lower ends. */
export const DECADES = [1e-4, 1e-3, 1e-2, 1e-1] as const;

/** The same random numbers, laid out on both scales. */
export interface Draws {
  readonly linear: readonly number[];
  readonly log: readonly number[];
}

export function drawsOf(seed: number, count: number): Draws {
  const rng = mulberry32(seed);
  const u = Array.from({ length: count }, rng);
  const [linear, log] = [linearRange(LOW, HIGH), logRange(LOW, HIGH)];
  return { linear: u.map(linear.fromUnit), log: u.map(log.fromUnit) };
}

/** How many draws fall in each decade. */
export function countsOf(draws: readonly number[]): readonly number[] {
  return DECADES.map((from) => draws.filter((eta) => eta >= from && eta < 10 * from).length);
}
