import { type Progress, progressInWords } from "#src/notebook/progress.ts";
import { duration, longRun } from "./duration.ts";

/** How often the time of a run is shown anew, in milliseconds. */
const TICK = 100;

/** The time of a run while it lasts, and how far its loops have come. */
export interface RunClock {
  start(): void;
  progressed(progress: Progress): void;
  stop(): void;
  /** How long it has run, or did, in words. */
  took(): string;
}

/**
 * @param place where the time goes
 * @param bar shows how far a loop has come that reports it
 * @param onLong hears, once in a run, that it takes long
 */
export function runClock(
  place: HTMLElement,
  bar: HTMLProgressElement,
  onLong: () => void,
): RunClock {
  let started = 0;
  let long = false;
  let tick: ReturnType<typeof setInterval> | undefined;
  /** How much of the run is left, in words, where a loop reports it. */
  let left = "";
  const now = () => performance.now() - started;

  function show() {
    const time = duration(Math.floor(now() / TICK) * TICK);
    place.textContent = left === "" ? time : `${time}, ${left}`;
    if (long || now() <= longRun) return;
    long = true;
    onLong();
  }

  return {
    start() {
      clearInterval(tick);
      started = performance.now();
      long = false;
      tick = setInterval(show, TICK);
    },
    progressed(progress) {
      bar.hidden = false;
      bar.value = progress.done / progress.total;
      left = progressInWords(progress, now());
    },
    stop() {
      clearInterval(tick);
      place.textContent = "";
      bar.hidden = true;
      left = "";
    },
    took: () => duration(now()),
  };
}
