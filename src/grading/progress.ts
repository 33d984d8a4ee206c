import { openStore, type Store } from "#src/notebook/store.ts";

/** What is kept of a learner's work on one exercise. */
export interface Progress {
  /** Numbers and formulas as typed, indices of chosen options, an order of steps, or code. */
  readonly answer?: readonly string[] | readonly number[] | string;
  /** The text that Reset put away, for its undo. */
  readonly before?: string;
  /** Checks so far, those that found nothing to judge left out. */
  readonly attempts: number;
  readonly passed: boolean;
  /** Hints opened so far. */
  readonly hints: number;
}

/** Progress of an exercise that nobody has touched. */
export const untouched: Progress = { attempts: 0, passed: false, hints: 0 };

/** The kept work on one exercise of a chapter. */
export function openProgress(chapter: string, exercise: string): Store<Progress> {
  return openStore({ key: `downhill:exercise:${chapter}:${exercise}`, version: 1, validate });
}

function validate(data: unknown): Progress | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { answer, before, attempts, passed, hints } = data as Record<string, unknown>;
  if (!isCount(attempts) || !isCount(hints) || typeof passed !== "boolean") return undefined;
  if (before !== undefined && typeof before !== "string") return undefined;
  if (answer !== undefined && typeof answer !== "string" && !isList(answer)) return undefined;
  return data as Progress;
}

const isCount = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

const isList = (value: unknown) =>
  Array.isArray(value) &&
  (value.every((entry) => typeof entry === "string") ||
    value.every((entry) => typeof entry === "number"));
