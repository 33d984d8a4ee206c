import { choiceField, type Fields, flagField } from "../url-state.ts";

/** The learning rate, how many images a gradient sees, and whether waiting workers earn a larger rate. */
export interface WorkersState {
  readonly eta: number;
  readonly b: number;
  /** Whether the synchronous rate is η times the number of workers. */
  readonly scaled: boolean;
}

export const RATES: readonly number[] = [0.1, 0.3, 0.5];
export const BATCHES: readonly number[] = [4, 16, 64];

/** Numbers of workers that are tried, as far as the machine has processors. */
export const COUNTS: readonly number[] = [1, 2, 3, 4, 6, 8];
/** How often each training is repeated when it is measured. */
export const REPEATS = 3;
/** How often each image is seen in a training. */
export const EPOCHS = 6;

export const workersFields: Fields<WorkersState> = {
  eta: choiceField<number>(0.3, RATES),
  b: choiceField<number>(16, BATCHES),
  scaled: flagField(true),
};

export type Mode = "synchronous" | "asynchronous";
export const MODES: readonly Mode[] = ["synchronous", "asynchronous"];

/** One name for one setting. */
export const keyOf = ({ eta, b, scaled }: WorkersState) => `${eta} ${b} ${scaled}`;

/**
 * Numbers of workers for a machine with so many processors; two at least, so that there is
 * something to compare.
 */
export function countsFor(processors: number): readonly number[] {
  return COUNTS.filter((count) => count <= Math.max(2, processors));
}
