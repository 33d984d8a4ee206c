import { say } from "#src/language/say.ts";

/** Milliseconds after which a run is said to be long; it goes on. */
export const longRun = 10_000;

/** A time that a run took, as a reader says it: "14 ms", "1.2 s", "2 min 5 s". */
export function duration(ms: number): string {
  if (ms < 1000) return say("{count} ms", { count: Math.max(1, Math.round(ms)) });
  if (ms < 60_000) return say("{seconds} s", { seconds: (ms / 1000).toFixed(1) });
  return say("{minutes} min {seconds} s", {
    minutes: Math.floor(ms / 60_000),
    seconds: Math.floor((ms % 60_000) / 1000),
  });
}
