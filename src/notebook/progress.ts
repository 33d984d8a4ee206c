import { say } from "#src/language/say.ts";

/** How far a loop of a cell has come. */
export interface Progress {
  /** Turns done, of `total`. */
  readonly done: number;
  readonly total: number;
}

/** Time between two reports, in milliseconds: often enough to follow, rare enough to cost nothing. */
const PAUSE = 100;

/**
 * What a cell loops over to show how far it has come: `for (const k of progress(1000)) …` counts from
 * 0 to 999, `for (const x of progress(list)) …` goes through a list.
 */
export function progressOver(report: (progress: Progress) => void) {
  return function* progress<T>(
    over: number | readonly T[],
  ): Generator<T | number, void, undefined> {
    const total = typeof over === "number" ? over : over?.length;
    if (!(Number.isInteger(total) && total >= 0))
      throw new TypeError(
        `progress: give it a whole number or a list, such as progress(1000), got ${String(over)}`,
      );
    let last = performance.now();
    for (let done = 0; done < total; done++) {
      yield typeof over === "number" ? done : over[done]!;
      const now = performance.now();
      if (now - last < PAUSE) continue;
      last = now;
      report({ done: done + 1, total });
    }
  };
}

/** What is left, in words: "42 %, about 3 s left". */
export function progressInWords({ done, total }: Progress, elapsed: number): string {
  const left = (elapsed * (total - done)) / done / 1000;
  const time =
    left < 1
      ? say("under 1 s left")
      : left < 90
        ? say("about {seconds} s left", { seconds: Math.round(left) })
        : say("about {minutes} min left", { minutes: Math.round(left / 60) });
  return `${Math.floor((100 * done) / total)} %, ${time}`;
}
