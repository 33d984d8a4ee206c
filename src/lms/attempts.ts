import type { Attempt, KeptAnswer, Progress } from "#src/grading/progress.ts";
import type { PackagedExercise } from "./lms-package.ts";

/** One judged answer, as it is told. */
export interface AttemptReport {
  readonly exercise: PackagedExercise;
  readonly answer: KeptAnswer;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Share that was right, from 0 to 1. */
  readonly credit: number;
  /** From the first change to the check; absent when that was not seen. */
  readonly seconds?: number;
}

/** Watches the work on the exercises of a package, and tells each new attempt once. */
export interface AttemptWatch {
  /** Takes in the work on an exercise as it is at this moment; the attempts that are new in it. */
  follow(exercise: PackagedExercise, work: Progress, now: number): readonly AttemptReport[];
}

/** @param known the work as it is found: its attempts have been told, or cannot be told any more */
export function watchAttempts(known: ReadonlyMap<string, Progress>): AttemptWatch {
  const told = new Map([...known].map(([id, work]) => [id, new Set(work.log?.map(keyOf))]));
  const begun = new Map<string, number>();
  return {
    follow(exercise, work, now) {
      const { id } = exercise;
      const before = told.get(id) ?? new Set();
      told.set(id, before);
      const fresh = (work.log ?? []).filter((one) => !before.has(keyOf(one)));
      if (fresh.length === 0) {
        if (!begun.has(id)) begun.set(id, now);
        return [];
      }
      const since = begun.get(id);
      begun.delete(id);
      return fresh.map((one) => {
        before.add(keyOf(one));
        const seconds = since === undefined ? undefined : Math.max(0, one.at - since) / 1000;
        const { answer, at, credit } = one;
        return { exercise, answer, at, credit, ...(seconds !== undefined && { seconds }) };
      });
    },
  };
}

const keyOf = ({ at, variant = "" }: Attempt) => `${at} ${variant}`;
