import type { Progress } from "./progress.ts";

/** An exercise of the book, as the page of all work lists it. */
export interface Task {
  readonly id: string;
  readonly chapter: string;
}

/** How far a learner has come with some exercises. */
export interface Standing {
  readonly solved: number;
  readonly tried: number;
  readonly total: number;
}

/** What has been done of some exercises. */
export function standingOf(tasks: readonly Task[], progressOf: (task: Task) => Progress): Standing {
  const all = tasks.map(progressOf);
  return {
    solved: all.filter(({ passed }) => passed).length,
    tried: all.filter(({ passed, attempts }) => !passed && attempts > 0).length,
    total: tasks.length,
  };
}

/**
 * What to do next: the first open exercise of the chapter worked on last; when that chapter is done,
 * or nothing has been begun, the first open one of a chapter whose prerequisites are done, where they
 * have exercises; and failing that the first open one.
 *
 * @param tasks in the order of the book
 * @param prerequisites of each chapter
 */
export function nextTask(
  tasks: readonly Task[],
  progressOf: (task: Task) => Progress,
  prerequisites: Readonly<Record<string, readonly string[]>>,
): Task | undefined {
  const open = tasks.filter((task) => !progressOf(task).passed);
  const last = lastWorkedOn(tasks, progressOf);
  const done = (chapter: string) => !open.some((task) => task.chapter === chapter);
  const ready = (chapter: string) => (prerequisites[chapter] ?? []).every(done);
  return (
    open.find(({ chapter }) => chapter === last) ??
    open.find(({ chapter }) => ready(chapter)) ??
    open[0]
  );
}

function lastWorkedOn(
  tasks: readonly Task[],
  progressOf: (task: Task) => Progress,
): string | undefined {
  let latest = 0;
  let chapter: string | undefined;
  for (const task of tasks) {
    const at = progressOf(task).log?.at(-1)?.at ?? 0;
    if (at > latest) [latest, chapter] = [at, task.chapter];
  }
  return chapter;
}
