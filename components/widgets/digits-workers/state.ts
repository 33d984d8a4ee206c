import { say } from "#src/language/say.ts";
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

/** Numbers of workers whose trainings are simulated beforehand; the last is the most that are tried. */
export const COUNTS: readonly number[] = [1, 2, 4, 8];
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
export const modeWords: Readonly<Record<Mode, string>> = {
  synchronous: say("synchronous"),
  asynchronous: say("asynchronous"),
};

/** One name for one setting. */
export const keyOf = ({ eta, b, scaled }: WorkersState) => `${eta} ${b} ${scaled}`;

/**
 * Numbers of workers to try on a machine with so many processors: those of COUNTS, and as many as
 * there are. Two at least, so that there is something to compare.
 */
export function countsFor(processors: number): readonly number[] {
  const most = Math.min(Math.max(2, processors), COUNTS.at(-1) as number);
  return [...COUNTS.filter((count) => count < most), most];
}
