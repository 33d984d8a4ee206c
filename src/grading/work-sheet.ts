import { LOCALE } from "#src/language/edition.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { Progress } from "./progress.ts";
import { isElsewhere } from "./stray-work.ts";
import type { Verdict } from "./verdict.ts";
import type { Task } from "./work.ts";

/** What a worksheet holds: every exercise, those that were tried, or those of one chapter by its id. */
export type Choice = "all" | "tried" | { readonly chapter: string };

const KEY = /^downhill:exercise:([^:]+):(.+?)(\.damaged\.\d+)?$/;

/** The exercises of a worksheet, in the order of the book. */
export function tasksOf(
  tasks: readonly Task[],
  progressOf: (task: Task) => Progress,
  choice: Choice,
): readonly Task[] {
  return tasks.filter((task) => {
    if (choice === "all") return true;
    return choice === "tried" ? progressOf(task).attempts > 0 : task.chapter === choice.chapter;
  });
}

/** What the keys of the browser's storage hold of exercises that the book has not, or not in that chapter. */
export function strayTasks(keys: readonly string[], tasks: readonly Task[]): readonly Task[] {
  const known = new Set(tasks.map(({ chapter, id }) => `${chapter}:${id}`));
  return keys.flatMap((key) => {
    const [, chapter, id, damaged] = KEY.exec(key) ?? [];
    if (chapter === undefined || id === undefined || damaged !== undefined) return [];
    if (isElsewhere(chapter)) return [];
    return known.has(`${chapter}:${id}`) ? [] : [{ chapter, id }];
  });
}

/**
 * The verdict on the answer that is there now: that on the latest attempt, when the answer has not
 * been changed since; nothing when there was no attempt.
 */
export function lastVerdict(progress: Progress): Verdict | "changed" | undefined {
  const { log = [], passed, variant } = progress;
  const last = log.findLast((one) => one.variant === variant);
  if (!last) return passed && log.length === 0 ? { kind: "pass" } : undefined;
  if (JSON.stringify(last.answer) !== JSON.stringify(progress.answer)) return "changed";
  if (last.credit === 1) return { kind: "pass" };
  return { kind: "fail", message: "", credit: last.credit, ...progress.failure };
}

/** "3 attempts, the last on 28 November 2026". */
export function attemptsInWords({ attempts, log }: Progress): string {
  if (attempts === 0) return say("not tried yet");
  const times = sayCount({ one: "{count} attempt", other: "{count} attempts" }, attempts);
  const at = log?.at(-1)?.at;
  return at === undefined
    ? times
    : say("{attempts}, the last on {date}", { attempts: times, date: dateInWords(new Date(at)) });
}

/** "28 November 2026", by the reader's clock. */
export function dateInWords(date: Date): string {
  return date.toLocaleDateString(LOCALE, { day: "numeric", month: "long", year: "numeric" });
}
