import { type KeyValueStorage, openStore, type Store } from "#src/notebook/store.ts";
import type { Verdict } from "./verdict.ts";

/** Numbers and formulas as typed, indices of chosen options, an order of steps, or code. */
export type KeptAnswer = readonly string[] | readonly number[] | string;

/** One answer that was judged. */
export interface Attempt {
  readonly answer: KeptAnswer;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Share of it that was right, from 0 to 1. */
  readonly credit: number;
  /** The code of the variant that it answers; absent for the numbers of the book. */
  readonly variant?: string;
}

/** What is kept of a learner's work on one exercise. */
export interface Progress {
  readonly answer?: KeptAnswer;
  /** The text that Reset put away, for its undo. */
  readonly before?: string;
  /** Checks so far, those that found nothing to judge left out. */
  readonly attempts: number;
  readonly passed: boolean;
  /** Hints opened so far. */
  readonly hints: number;
  /** The answers that were judged, the latest last; those before them are forgotten. */
  readonly log?: readonly Attempt[];
  /** The code of the variant that is shown; absent for the numbers of the book. */
  readonly variant?: string;
  /** What was answered in other numbers, by their code; "" stands for those of the book. */
  readonly drafts?: Readonly<Record<string, KeptAnswer>>;
  /** The author's code from which the answer was made; not known of old saves. */
  readonly base?: string;
  /** Answers that gave way to those of another tab or of a file, the latest last. */
  readonly aside?: readonly PutAside[];
  /** What was said of the latest of them, when it was wrong. */
  readonly failure?: KeptFailure | undefined;
}

/** An answer that gave way to another, and when, in milliseconds since 1970. */
export interface PutAside {
  readonly answer: KeptAnswer;
  readonly at: number;
  /** The code of the variant that it answers; absent for the numbers of the book. */
  readonly variant?: string;
}

type Failure = Extract<Verdict, { kind: "fail" }>;

/** The words of a verdict on a wrong answer, and the case that shows it. */
export type KeptFailure = Pick<Failure, "message" | "counterexample" | "numbers">;

/** Attempts that are kept with their answers. */
export const LOGGED = 30;

/** The work after one more check. What could not be judged is no attempt. */
export function attempted(before: Progress, answer: KeptAnswer, verdict: Verdict): Progress {
  if (verdict.kind !== "pass" && verdict.kind !== "fail") return { ...before, answer };
  const credit = verdict.kind === "pass" ? 1 : verdict.credit;
  return {
    ...before,
    answer,
    attempts: before.attempts + 1,
    passed: before.passed || verdict.kind === "pass",
    log: [
      ...(before.log ?? []),
      { answer, at: Date.now(), credit, ...(before.variant && { variant: before.variant }) },
    ].slice(-LOGGED),
    failure: verdict.kind === "fail" ? failureOf(verdict) : undefined,
  };
}

function failureOf({ message, counterexample, numbers }: Failure): KeptFailure {
  return {
    message,
    ...(counterexample !== undefined && { counterexample }),
    ...(numbers && { numbers }),
  };
}

/**
 * The work when the same question is turned to in other numbers: the answer so far is put away, and
 * one given earlier in the new numbers comes back.
 *
 * @param variant the code of the new numbers; absent for those of the book
 */
export function turned(before: Progress, answer: KeptAnswer, variant?: string): Progress {
  const { answer: _, failure: __, variant: old = "", drafts = {}, ...rest } = before;
  const empty = typeof answer !== "string" && answer.every((part) => part === "");
  const { [variant ?? ""]: back, ...others } = {
    ...drafts,
    ...(!empty && { [old]: answer }),
  };
  return {
    ...rest,
    drafts: Object.fromEntries(Object.entries(others).slice(-LOGGED)),
    ...(variant && { variant }),
    ...(back !== undefined && { answer: back }),
  };
}

/** Progress of an exercise that nobody has touched. */
export const untouched: Progress = { attempts: 0, passed: false, hints: 0 };

/**
 * The kept work on one exercise of a chapter.
 * @param storage defaults to the browser's
 */
export function openProgress(
  chapter: string,
  exercise: string,
  storage?: KeyValueStorage,
): Store<Progress> {
  return openStore({
    key: `downhill:exercise:${chapter}:${exercise}`,
    version: 1,
    validate: readProgress,
    ...(storage && { storage }),
  });
}

/** Storage that is gone with the page, for work that is only tried. */
export function inMemory(): KeyValueStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

/** The progress when the data is one, `undefined` when it is not. */
export function readProgress(data: unknown): Progress | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { answer, base, before, attempts, passed, hints, log } = data as Record<string, unknown>;
  const { variant, drafts, aside, failure } = data as Record<string, unknown>;
  if (!isCount(attempts) || !isCount(hints) || typeof passed !== "boolean") return undefined;
  if (before !== undefined && typeof before !== "string") return undefined;
  if (base !== undefined && typeof base !== "string") return undefined;
  if (aside !== undefined && !(Array.isArray(aside) && aside.every(isPutAside))) return undefined;
  if (answer !== undefined && !isAnswer(answer)) return undefined;
  if (variant !== undefined && typeof variant !== "string") return undefined;
  if (drafts !== undefined && !isDrafts(drafts)) return undefined;
  if (log !== undefined && !(Array.isArray(log) && log.every(isAttempt))) return undefined;
  if (failure !== undefined && !isFailure(failure)) return undefined;
  return data as Progress;
}

const isCount = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

const isAnswer = (value: unknown) => typeof value === "string" || isList(value);

const isDrafts = (value: unknown) =>
  typeof value === "object" && value !== null && Object.values(value).every(isAnswer);

function isAttempt(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { answer, at, credit } = value as Record<string, unknown>;
  return isAnswer(answer) && typeof at === "number" && typeof credit === "number";
}

function isPutAside(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { answer, at, variant } = value as Record<string, unknown>;
  const numbers = variant === undefined || typeof variant === "string";
  return isAnswer(answer) && typeof at === "number" && numbers;
}

const isList = (value: unknown) =>
  Array.isArray(value) &&
  (value.every((entry) => typeof entry === "string") ||
    value.every((entry) => typeof entry === "number"));

function isFailure(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { message, counterexample, numbers } = value as Record<string, unknown>;
  return (
    typeof message === "string" &&
    (counterexample === undefined || typeof counterexample === "string") &&
    (numbers === undefined || isContrast(numbers))
  );
}

function isContrast(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { expected, got } = value as Record<string, unknown>;
  return [expected, got].every(
    (one) => Array.isArray(one) && one.every((entry) => typeof entry === "number"),
  );
}
