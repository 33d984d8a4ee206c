import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { say } from "#src/language/say.ts";
import { crewOf } from "./crew.ts";
import { type Laboratory, runExperiment } from "./experiment.ts";
import { loadDigits } from "./load.ts";
import type { Measured } from "./measure.ts";
import type { Ending } from "./simulate.ts";
import { countsFor, keyOf, type WorkersState } from "./state.ts";
import { storedEndings } from "./stored.ts";

/** What the reader's machine has come to at one setting. */
export interface Results {
  readonly measured: readonly Measured[];
  readonly simulated: readonly Ending[];
}

export interface Experiment {
  readonly results: Results;
  /** What is being done, while it runs. */
  readonly doing: string | undefined;
  /** How the last one ended: a sentence, or nothing. */
  readonly ended: string | undefined;
  readonly start: () => void;
  readonly stop: () => void;
}

const PRESSED = say("Stopped. What was measured until then is shown.");
const LEFT = say("Stopped, because the figure left the screen. Press Measure to begin again.");
const HIDDEN = say(
  "Stopped, because the page was out of sight: browsers slow such pages down, and the times would mean nothing.",
);
const FINISHED = say("Finished. The times are those of this machine, today.");
const NO_WORKERS = say(
  "This browser has no Web Workers, so nothing can be measured here. What is drawn is the simulation.",
);

/** The page has this long to draw before the clock runs. */
const REST_MS = 60;

const laboratory: Laboratory = {
  load: loadDigits,
  crew: crewOf,
  clock: {
    now: () => performance.now(),
    rest: () => new Promise((resolve) => setTimeout(resolve, REST_MS)),
  },
};

/**
 * The experiment on the reader's machine: starts when asked, and stops when asked, when the figure
 * is scrolled away or removed, and when the page is hidden.
 *
 * @param box what has to be in sight
 */
export function useExperiment(state: WorkersState, box: RefObject<HTMLElement | null>): Experiment {
  const key = keyOf(state);
  const [all, setAll] = useState<Readonly<Record<string, Results>>>({});
  const [doing, setDoing] = useState<string>();
  const [ended, setEnded] = useState<string>();
  const running = useRef<AbortController>(undefined);
  const results = all[key] ?? { measured: [], simulated: storedEndings(state) };
  const end = useCallback((words: string) => running.current?.abort(new Error(words)), []);

  useEffect(() => {
    const watched = box.current;
    if (watched === null) return;
    const sight = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting === false) end(LEFT);
    });
    sight.observe(watched);
    const hidden = () => {
      if (document.visibilityState === "hidden") end(HIDDEN);
    };
    document.addEventListener("visibilitychange", hidden);
    return () => {
      sight.disconnect();
      document.removeEventListener("visibilitychange", hidden);
      end(LEFT);
    };
  }, [box, end]);

  const start = () => {
    if (running.current !== undefined) return;
    if (typeof Worker === "undefined") {
      setEnded(NO_WORKERS);
      return;
    }
    const control = new AbortController();
    running.current = control;
    let latest: Results = { measured: [], simulated: results.simulated };
    setEnded(undefined);
    const counts = countsFor(navigator.hardwareConcurrency);
    runExperiment(
      laboratory,
      state,
      counts,
      results.simulated,
      ({ doing: now, done, simulated }) => {
        if (control.signal.aborted) return;
        setDoing(now);
        if (done === undefined && simulated === undefined) return;
        latest = {
          measured: done === undefined ? latest.measured : [...latest.measured, done],
          simulated: simulated === undefined ? latest.simulated : [...latest.simulated, simulated],
        };
        const shown = latest;
        setAll((before) => ({ ...before, [key]: shown }));
      },
      control.signal,
    )
      .then(
        () => FINISHED,
        (error: unknown) => {
          if (control.signal.aborted) return (control.signal.reason as Error).message;
          return say("It could not go on: {reason}.", {
            reason: error instanceof Error ? error.message : String(error),
          });
        },
      )
      .then((words) => {
        running.current = undefined;
        setDoing(undefined);
        setEnded(words);
      });
  };
  return { results, doing, ended, start, stop: () => end(PRESSED) };
}
