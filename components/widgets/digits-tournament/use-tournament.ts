import { useCallback, useEffect, useRef, useState } from "react";
import { say } from "#src/language/say.ts";
import { crewOf, type Hand } from "../digits-workers/crew.ts";
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

const STOPPED = say("Stopped. Methods that were through are in the table.");
const NO_WORKERS = say("This browser has no Web Workers, so nothing can be trained here.");

const keyOf = ({ epochs, rates }: Budget, method: string) => `${epochs} ${rates} ${method}`;

/** A tournament on the reader’s machine, in a worker that learns the images first. */
export function useTournament({ who, epochs, rates }: TournamentState): Tournament {
  const [own, setOwn] = useState<Readonly<Record<string, Entry>>>({});
  const [running, setRunning] = useState(false);
  const [words, setWords] = useState("");
  const control = useRef<AbortController>(undefined);
  const budget: Budget = { epochs, rates };
  const chosen = chosenOf(who);

  const stop = useCallback(() => control.current?.abort(new Error(STOPPED)), []);
  useEffect(() => () => stop(), [stop]);

  const hold = async (ids: readonly string[], signal: AbortSignal) => {
    setWords(say("The images are fetched."));
    const digits = await loadDigits();
    signal.throwIfAborted();
    const crew = crewOf(1);
    signal.addEventListener("abort", () => crew.end(signal.reason as Error));
    const hand = crew.hands[0] as Hand;
    await hand.ask({ ask: "learn", digits });
    for (const [place, method] of ids.entries()) {
      for await (const entry of compete(method, budget, (setting) => ask(hand, setting))) {
        const done = entry.search.length + Math.max(0, entry.final.length - 1);
        setWords(
          say("{method}, {place} of {methods}: training {training} of {trainings}.", {
            method: entrantOfId(method).title,
            place: place + 1,
            methods: ids.length,
            training: Math.min(done + 1, trainingsOf(budget)),
            trainings: trainingsOf(budget),
          }),
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
    const made = new AbortController();
    control.current = made;
    setRunning(true);
    hold(chosen, made.signal)
      .then(
        () => say("Finished. Loss, hits and times are from this machine."),
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      .then((ending) => {
        // Ends the worker, however it came out.
        made.abort(new Error(STOPPED));
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
      ? say(
          "This is the tournament held when the book was written. Train here to see the times of your machine.",
        )
      : say("Press Train here to hold a tournament with this budget.");
  return { entries, own: new Set(ownIds), running, words: words || before, start, stop };
}

async function ask(hand: Hand, setting: Setting): Promise<Trial> {
  const answer = await hand.ask({ ask: "trial", setting });
  if (answer.say !== "trial") throw new Error("the worker answered another question");
  return answer.trial;
}
