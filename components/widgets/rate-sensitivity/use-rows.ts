import { useCallback, useEffect, useRef, useState } from "react";
import { say } from "#src/language/say.ts";
import { METHODS } from "./methods.ts";
import { storedRows } from "./stored.ts";
import type { Row } from "./training.ts";

/** The rows that are shown, and how far the computation here has come. */
export interface Rows {
  readonly rows: readonly Row[];
  /** How many of them were computed on this machine. */
  readonly computed: number;
  readonly running: boolean;
  /** What to say of it. */
  readonly words: string;
  readonly start: () => void;
  readonly stop: () => void;
}

const BEFORE = say(
  "These numbers were computed when the book was written. Compute them here: it takes from ten seconds to a minute.",
);

/** The stored rows, and once asked for those of the reader’s own machine, computed in a worker. */
export function useRows(): Rows {
  const [own, setOwn] = useState<readonly Row[]>([]);
  const [running, setRunning] = useState(false);
  const [words, setWords] = useState(BEFORE);
  const worker = useRef<Worker>(undefined);
  const end = useCallback((text: string) => {
    worker.current?.terminate();
    worker.current = undefined;
    setRunning(false);
    setWords(text);
  }, []);
  useEffect(() => () => worker.current?.terminate(), []);

  const start = () => {
    if (worker.current !== undefined) return;
    if (typeof Worker === "undefined") {
      setWords(
        say(
          "This browser has no Web Workers. What is shown was computed when the book was written.",
        ),
      );
      return;
    }
    const rows: Row[] = [];
    const made = new Worker(new URL("./rates-worker.ts", import.meta.url), { type: "module" });
    worker.current = made;
    setOwn([]);
    setRunning(true);
    setWords(say("Training with {method}.", { method: METHODS[0] }));
    made.addEventListener("message", ({ data }: MessageEvent<Row>) => {
      if (worker.current !== made) return;
      rows.push(data);
      setOwn([...rows]);
      const next = METHODS[rows.length];
      if (next === undefined) end(comparison(rows));
      else
        setWords(
          say("Training with {method}: row {row} of {rows}.", {
            method: next,
            row: rows.length + 1,
            rows: METHODS.length,
          }),
        );
    });
    made.addEventListener("error", () => {
      if (worker.current === made)
        end(say("The worker could not be started, or broke down. Press Compute to try again."));
    });
  };
  return {
    rows: storedRows.map((row) => own.find(({ method }) => method === row.method) ?? row),
    computed: own.length,
    running,
    words,
    start,
    stop: () =>
      end(
        say(
          "Stopped. {own} of {rows} rows are from this machine, the others are those of the book.",
          { own: own.length, rows: METHODS.length },
        ),
      ),
  };
}

/** Whether the machine of the reader comes to what is printed. */
export function comparison(rows: readonly Row[]): string {
  const cells = rows.flatMap(({ method, losses }) => {
    const printed = storedRows.find((row) => row.method === method)?.losses ?? [];
    return losses.map((loss, i) => sameLoss(loss, printed[i] as number));
  });
  const same = cells.filter(Boolean).length;
  return same === cells.length
    ? say("Computed here. All {losses} losses agree with those of the book to three digits.", {
        losses: cells.length,
      })
    : say(
        "Computed here. {same} of {losses} losses agree with those of the book to three digits; the others differ because this machine rounds tanh or the exponential differently, which a large rate magnifies.",
        { same, losses: cells.length },
      );
}

const sameLoss = (a: number, b: number) => a === b || Math.abs(a - b) <= 5e-4 * Math.abs(b);
