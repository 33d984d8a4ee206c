import type { Assignment } from "#src/classroom/assignment.ts";
import { type Student, variantOf } from "#src/classroom/student.ts";
import { openProgress, type Progress, turned } from "#src/grading/progress.ts";
import type { KeyValueStorage } from "#src/notebook/store.ts";
import { scopeOf } from "./student-store.ts";

/**
 * The work on each exercise, by its id: what the exercises on the page told, and of those that could
 * not be shown, what is kept of them. An answer that was saved is handed in though its exercise did
 * not load today.
 *
 * @param shown what the exercises on the page told
 * @param storage defaults to the browser's
 */
export function withKept(
  shown: ReadonlyMap<string, Progress>,
  assignment: Assignment,
  student: Student,
  storage?: KeyValueStorage,
): ReadonlyMap<string, Progress> {
  const work = new Map(shown);
  for (const exercise of assignment.exercises) {
    if (shown.has(exercise.id)) continue;
    const { value } = openProgress(scopeOf(assignment), exercise.id, storage).read();
    if (value)
      work.set(exercise.id, inNumbersOf(value, variantOf(assignment.id, exercise, student)));
  }
  return work;
}

/** As the exercise turns it when it comes on the page: to the numbers that the student has now. */
function inNumbersOf(kept: Progress, variant: string | undefined): Progress {
  return kept.variant === variant ? kept : turned(kept, kept.answer ?? [], variant);
}
