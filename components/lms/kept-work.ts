import { openRecord } from "#components/classroom/student/student-store.ts";
import { openProgress, type Progress } from "#src/grading/progress.ts";
import { uniteWork } from "#src/grading/unite-work.ts";
import { putWork, type Work, workIn } from "#src/grading/work-file.ts";
import { say } from "#src/language/say.ts";
import { damageInWords } from "#src/lms/left-in-words.ts";
import type { LmsPackage } from "#src/lms/lms-package.ts";
import { type LearnerWork, readState } from "#src/lms/resume-state.ts";

/** The work on a package as this browser keeps it. */
export function workHere({ scope, exercises, assignment }: LmsPackage): LearnerWork {
  const works = exercises.flatMap(({ id }): (readonly [string, Progress])[] => {
    const { value } = openProgress(scope, id).read();
    return value ? [[id, value]] : [];
  });
  const student = assignment && openRecord(assignment.id).read().value?.student;
  return { exercises: new Map(works), cells: cellsHere(scope), ...(student && { student }) };
}

/** The saves of the cells that were changed. */
function cellsHere(scope: string): ReadonlyMap<string, string> {
  const prefix = cellKey(scope, "");
  return new Map(
    Object.entries(stored()).flatMap(([key, raw]): (readonly [string, string])[] => {
      const id = key.slice(prefix.length);
      // Earlier versions and saves set aside have longer names; they stay here.
      return key.startsWith(prefix) && /^[\w-]+$/.test(id) ? [[id, raw]] : [];
    }),
  );
}

function stored(): Work {
  try {
    return workIn(localStorage);
  } catch {
    return {};
  }
}

const cellKey = (scope: string, id: string) => `downhill:cell:${scope}:${id}`;
const markOf = ({ id }: Pick<LmsPackage, "id">) => `downhill:lms:${id}`;

/**
 * Brings back what the LMS has kept, unless it comes from this browser, which then has as much or
 * more. Where both have something, that of the LMS stands and the other is beside it.
 *
 * @param state as the LMS has kept it; not empty
 * @returns what there is to say of it, in words
 */
export function restore(about: LmsPackage, state: string): readonly string[] {
  const read = readState(state);
  if ("problem" in read) return [read.problem];
  const { work, damaged } = read;
  try {
    if (localStorage.getItem(markOf(about)) === state) return [];
    const united = uniteWork(workIn(localStorage), savesOf(about, work), Date.now());
    const problem = putWork(localStorage, united) ?? bringStudent(about, work.student);
    if (problem === undefined) localStorage.setItem(markOf(about), state);
    return [damageInWords(damaged), problem ?? ""].filter(Boolean);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      say(
        "The work that the LMS has kept cannot be put into this browser ({reason}). It stays in the LMS.",
        { reason },
      ),
    ];
  }
}

/** Notes what the LMS has got from this browser. */
export function noteKept(about: LmsPackage, state: string): void {
  try {
    localStorage.setItem(markOf(about), state);
  } catch {
    // Where nothing can be noted, the work is united with itself at the next visit.
  }
}

function savesOf({ scope }: LmsPackage, { exercises, cells }: LearnerWork): Work {
  return Object.fromEntries([
    ...[...exercises].map(([id, value]) => [
      `downhill:exercise:${scope}:${id}`,
      JSON.stringify({ version: 1, value }),
    ]),
    ...[...cells].map(([id, raw]) => [cellKey(scope, id), raw]),
  ]) as Work;
}

/** Says who works on an assignment, so that it need not be asked; who is said already stays. */
export function bringStudent(
  { assignment }: LmsPackage,
  student: LearnerWork["student"],
): string | undefined {
  if (!assignment || !student || student.name === "") return undefined;
  const record = openRecord(assignment.id);
  const { value } = record.read();
  if (value?.student) return undefined;
  return record.write({ handed: [], earlier: {}, ...value, assignment, student });
}
