import { say } from "#src/language/say.ts";
import type { Crew } from "./crew.ts";
import { type Clock, measure, type Progress, simulate } from "./measure.ts";
import { digitsNetwork } from "./network.ts";
import type { Digits } from "./packed.ts";
import type { Ending } from "./simulate.ts";
import type { WorkersState } from "./state.ts";

/** Where the images, the workers and the time come from. */
export interface Laboratory {
  readonly load: () => Promise<Digits>;
  readonly crew: (count: number) => Crew;
  readonly clock: Clock;
}

/**
 * The whole experiment: fetches the images, measures, simulates what is not known, and ends the
 * workers however it comes out.
 *
 * @param known endings of simulations that need not run again
 * @param tell is called with every progress
 * @param stop ends the experiment; it then fails with the reason
 */
export async function runExperiment(
  { load, crew: start, clock }: Laboratory,
  state: WorkersState,
  counts: readonly number[],
  known: readonly Ending[],
  tell: (progress: Progress) => void,
  stop: AbortSignal,
): Promise<void> {
  tell({ doing: say("the images are fetched") });
  const digits = await unlessStopped(load(), stop);
  const crew = start(counts.at(-1) as number);
  const end = () => crew.end(stop.reason as Error);
  stop.addEventListener("abort", end);
  try {
    for await (const progress of measure(crew, digits, digitsNetwork(digits), state, counts, clock))
      tell(progress);
    for await (const progress of simulate(crew, state, counts, known)) tell(progress);
    stop.throwIfAborted();
  } finally {
    stop.removeEventListener("abort", end);
    crew.end(new Error("the experiment is over"));
  }
}

/** The result of some work, or the reason for which it is not waited for any longer. */
function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  const stopped = Promise.withResolvers<never>();
  stop.addEventListener("abort", () => stopped.reject(stop.reason), { once: true });
  return Promise.race([work, stopped.promise]);
}
