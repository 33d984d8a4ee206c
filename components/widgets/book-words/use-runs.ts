import { useEffect, useRef, useState } from "react";
import type { ChapterText } from "#src/course/sentences.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { type WordData, wordData } from "./data.ts";
import { labMethods, type MethodId, methodOf } from "./methods.ts";
import { type Curves, type FullRun, readThrough } from "./run.ts";
import type { LabStart } from "./start.ts";
import type { WordsState } from "./state.ts";

/** What can be shown now: the runs of the build first, then those of the reader's settings. */
export interface ShownRuns {
  readonly data?: WordData;
  readonly curves: Readonly<Record<MethodId, Curves>>;
  /** The run of the chosen method, once it has been made here. */
  readonly full?: FullRun;
  /** Why nothing can be computed, in words. */
  readonly failed?: string;
}

/** So many runs are kept; each holds about a megabyte and a half of weights. */
const KEPT = 10;

const sameRun = (run: Curves, eta: number, seed: number) => run.eta === eta && run.seed === seed;

/** Loads the sentences and makes the runs that the state asks for, a slice at a time. */
export function useRuns(url: string, start: LabStart, state: WordsState): ShownRuns {
  const [data, setData] = useState<WordData>();
  const [failed, setFailed] = useState<string>();
  const [curves, setCurves] = useState<ShownRuns["curves"]>(start.curves);
  const kept = useRef(new Map<string, FullRun>());
  const { method: chosen, seed, sgd, momentum, adagrad, rmsprop, adam } = state;

  useEffect(() => {
    let here = true;
    fetchText(url)
      .then((text) => {
        if (here) setData(wordData(JSON.parse(text) as ChapterText[]));
      })
      .catch((error: unknown) => {
        if (here) setFailed(error instanceof Error ? error.message : String(error));
      });
    return () => {
      here = false;
    };
  }, [url]);

  useEffect(() => {
    if (data === undefined) return;
    const rates = { sgd, momentum, adagrad, rmsprop, adam };
    let timer: ReturnType<typeof setTimeout>;
    const show = (id: MethodId, run: Curves) =>
      setCurves((old) => (old[id] === run ? old : { ...old, [id]: run }));
    const others = labMethods.map(({ id }) => id).filter((id) => id !== chosen);
    const waiting = [chosen, ...others].filter((id) => {
      const key = `${id} ${rates[id]} ${seed}`;
      const built = start.curves[id];
      const known =
        kept.current.get(key) ??
        (id !== chosen && sameRun(built, rates[id], seed) ? built : undefined);
      if (known !== undefined) show(id, known);
      return known === undefined;
    });
    const next = () => {
      const id = waiting.shift();
      if (id === undefined) return;
      const steps = readThrough(data, methodOf(id), rates[id], seed);
      const slice = () => {
        const { done, value } = steps.next();
        if (!done) {
          timer = setTimeout(slice);
          return;
        }
        kept.current.set(`${id} ${rates[id]} ${seed}`, value);
        for (const key of [...kept.current.keys()].slice(0, -KEPT)) kept.current.delete(key);
        show(id, value);
        next();
      };
      timer = setTimeout(slice);
    };
    next();
    return () => clearTimeout(timer);
  }, [data, start, chosen, seed, sgd, momentum, adagrad, rmsprop, adam]);

  const shown = curves[chosen];
  return {
    curves,
    ...(data && { data }),
    ...("weights" in shown && { full: shown as FullRun }),
    ...(failed !== undefined && { failed }),
  };
}
