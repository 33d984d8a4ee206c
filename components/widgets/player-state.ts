/** A whole run plays in about this many seconds … */
const SECONDS = 7;
/** … but never slower or faster than so many steps per second; a screen shows every tenth of the fastest. */
export const SLOWEST = 3;
const FASTEST = 600;
/** Steps per second for readers who prefer reduced motion: single steps that the eye can follow. */
const CALM = 2;

/**
 * Steps per second for a run of the given length.
 *
 * @param slowest steps per second, for short runs; less where each step is a picture to look at
 */
export function playingSpeed(length: number, calm: boolean, slowest = SLOWEST): number {
  return calm ? Math.min(CALM, slowest) : Math.min(FASTEST, Math.max(slowest, length / SECONDS));
}

/**
 * Time of a run after some milliseconds of playing.
 *
 * @param clock steps so far, with their fraction
 * @returns the new clock, stopped at the end
 */
export function tick(clock: number, length: number, elapsed: number, speed: number): number {
  // A tab that was hidden must not jump to the end when it comes back: at most a quarter second.
  return Math.min(length, clock + (Math.min(elapsed, 250) / 1000) * speed);
}

/** The step that Play starts from: from the beginning when the run is at its end. */
export function startOfPlay(t: number, length: number): number {
  return t >= length ? 0 : t;
}
