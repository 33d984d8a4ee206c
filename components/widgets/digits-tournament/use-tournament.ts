import { useCallback, useEffect, useRef, useState } from "react";
import { type Crew, crewOf, type Hand } from "../digits-workers/crew.ts";
import { loadDigits } from "../digits-workers/load.ts";
import { entrantOfId } from "./entrants.ts";
import { chosenOf, SEEDS, type TournamentState } from "./state.ts";
import { STORED_BUDGET, storedEntries } from "./stored.ts";
import { type Budget, compete, type Entry, trainingsOf } from "./tournament.ts";
import type { Setting, Trial } from "./trial.ts";

export interface Tournament {
  /** Of the chosen methods those that have been trained with this budget, here or for the book. */
  readonly entries: readonly Entry[];
  /** Which of them were trained here. */
  readonly own: ReadonlySet<string>;
  readonly running: boolean;
  /** What is being done, or how it ended. */
  readonly words: string;
  readonly start: () => void;
  readonly stop: () => void;
}

const NO_WORKERS = "This browser has no Web Workers, so nothing can be trained here.";

const keyOf = ({ epochs, rates }: Budget, method: string) => `${epochs} ${rates} ${method}`;

/** A tournament on the reader’s machine, in a worker that learns the images first. */
export function useTournament({ who, epochs, rates }: TournamentState): Tournament {
  const [own, setOwn] = useState<Readonly<Record<string, Entry>>>({});
  const [running, setRunning] = useState(false);
  const [words, setWords] = useState("");
  const crew = useRef<Crew>(undefined);
  const budget: Budget = { epochs, rates };
  const chosen = chosenOf(who);

  const stop = useCallback(
    () => crew.current?.end(new Error("Stopped. Methods that were through are in the table.")),
    [],
  );
  useEffect(() => () => stop(), [stop]);

  const hold = async (ids: readonly string[]) => {
    setWords("The images are fetched.");
    const digits = await loadDigits();
    const made = crewOf(1);
    crew.current = made;
    const [hand] = made.hands;
    if (hand === undefined) return;
    await hand.ask({ ask: "learn", digits });
    for (const [place, method] of ids.entries()) {
      for await (const entry of compete(method, budget, (setting) => ask(hand, setting))) {
        const done = entry.search.length + Math.max(0, entry.final.length - 1);
        setWords(
          `${entrantOfId(method).title}, ${place + 1} of ${ids.length}: training ${Math.min(done + 1, trainingsOf(budget))} of ${trainingsOf(budget)}.`,
        );
        if (
          entry.final.length === SEEDS.length ||
          entry.search.every(({ loss }) => loss === Number.POSITIVE_INFINITY)
        )
          setOwn((before) => ({ ...before, [keyOf(budget, method)]: entry }));
      }
    }
  };

  const start = () => {
    if (running) return;
    if (typeof Worker === "undefined") {
      setWords(NO_WORKERS);
      return;
    }
    setRunning(true);
    hold(chosen)
      .then(
        () => "Finished. Loss, hits and times are from this machine.",
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      .then((ending) => {
        crew.current?.end(new Error("the tournament is over"));
        crew.current = undefined;
        setRunning(false);
        setWords(ending);
      });
  };

  const stored =
    epochs === STORED_BUDGET.epochs && rates === STORED_BUDGET.rates ? storedEntries : [];
  const entries = chosen.flatMap(
    (method) => own[keyOf(budget, method)] ?? stored.find((entry) => entry.method === method) ?? [],
  );
  const ownIds = chosen.filter((method) => own[keyOf(budget, method)] !== undefined);
  const before =
    stored.length > 0
      ? "This is the tournament held when the book was written. Train here to see the times of your machine."
      : "";
  return { entries, own: new Set(ownIds), running, words: words || before, start, stop };
}

async function ask(hand: Hand, setting: Setting): Promise<Trial> {
  const answer = await hand.ask({ ask: "trial", setting });
  if (answer.say !== "trial") throw new Error("the worker answered another question");
  return answer.trial;
}
