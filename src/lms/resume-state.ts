import type { Student } from "#src/classroom/student.ts";
import { type Progress, readProgress } from "#src/grading/progress.ts";
import { say } from "#src/language/say.ts";
import { packRecord, unpackRecord } from "./packed-record.ts";

/** Work that an LMS keeps for a learner, so that it is there on another machine. */
export interface LearnerWork {
  /** On the exercises, by their ids. */
  readonly exercises: ReadonlyMap<string, Progress>;
  /** The saves of cells that the learner has changed, as they are stored, by the cells' ids. */
  readonly cells: ReadonlyMap<string, string>;
  /** Who works on an assignment. */
  readonly student?: Student;
}

/** What had no room in the LMS. */
export interface LeftOut {
  /** Exercises whose answers did not fit. */
  readonly answers: readonly string[];
  /** Cells whose texts did not fit. */
  readonly cells: readonly string[];
  /** Exercises of which the present answer fitted, and the earlier ones did not. */
  readonly earlier: readonly string[];
}

/** Stands first in a state; another one is of another edition. */
const FORMAT = "downhill1";

/** One part of the work, to be read without the others. */
type Part =
  | readonly ["exercise", id: string, progress: Progress]
  | readonly ["cell", id: string, raw: string]
  | readonly ["student", name: string, number: string];

/**
 * The work as a text of at most so many characters. Each exercise and each cell is a record of its
 * own, so that a state that was cut off or damaged still has the others. Where not all has room, how
 * far each exercise has come goes first, then the present answers, the shortest first, then texts of
 * cells, then earlier answers.
 */
export function packState(
  { exercises, cells, student }: LearnerWork,
  most: number,
): { readonly text: string; readonly left: LeftOut } {
  const records = new Map<string, string>();
  let room = most - FORMAT.length;
  const put = (key: string, part: Part): boolean => {
    const record = `.${packRecord(part)}`;
    const needed = record.length - (records.get(key)?.length ?? 0);
    if (needed > room) return false;
    records.set(key, record);
    room -= needed;
    return true;
  };
  const putAll = (key: "exercise" | "cell", parts: readonly Part[]) =>
    [...parts]
      .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length)
      .filter((part) => !put(`${key} ${part[1]}`, part))
      .map(([, id]) => id);

  if (student) put("student", ["student", student.name, student.number]);
  const work = [...exercises].filter(([, one]) => isTouched(one));
  const inForm = (form: (one: Progress) => Progress) =>
    work.map(([id, one]): Part => ["exercise", id, form(one)]);
  const unsaid = new Set(putAll("exercise", inForm(standingOf)));
  const answers = putAll("exercise", inForm(presentOf));
  const texts = putAll(
    "cell",
    [...cells].map(([id, raw]): Part => ["cell", id, raw]),
  );
  const whole = inForm(wholeOf).filter(
    ([, id]) => !answers.includes(id) && hasEarlier(exercises.get(id)),
  );
  const earlier = putAll("exercise", whole);
  const answered = (id: string) => exercises.get(id)?.answer !== undefined || unsaid.has(id);
  return {
    text: `${FORMAT}${[...records.values()].join("")}`,
    left: { answers: answers.filter(answered), cells: texts, earlier },
  };
}

/** The work in a state that an LMS has kept, as far as it can be read, and how much of it cannot. */
export function readState(
  text: string,
): { readonly work: LearnerWork; readonly damaged: number } | { readonly problem: string } {
  const [format, ...records] = text.split(".");
  if (format !== FORMAT)
    return {
      problem: say(
        "What the LMS has kept of earlier work is not in the form of this edition, so it could not be read. What is in this browser is here.",
      ),
    };
  const exercises = new Map<string, Progress>();
  const cells = new Map<string, string>();
  let student: Student | undefined;
  let damaged = 0;
  for (const record of records) {
    const part = partIn(unpackRecord(record)?.data);
    if (part === undefined) damaged++;
    else if (part[0] === "exercise") exercises.set(part[1], part[2]);
    else if (part[0] === "cell") cells.set(part[1], part[2]);
    else student = { name: part[1], number: part[2] };
  }
  return { work: { exercises, cells, ...(student && { student }) }, damaged };
}

function partIn(data: unknown): Part | undefined {
  if (!Array.isArray(data)) return undefined;
  const [kind, first, second] = data as readonly unknown[];
  if (typeof first !== "string") return undefined;
  if (kind === "exercise") {
    const progress = readProgress(second);
    return progress && ["exercise", first, progress];
  }
  if ((kind === "cell" || kind === "student") && typeof second === "string")
    return [kind, first, second];
  return undefined;
}

const isTouched = ({ attempts, passed, hints, answer }: Progress) =>
  attempts > 0 || passed || hints > 0 || answer !== undefined;

const hasEarlier = (work: Progress | undefined) =>
  work !== undefined && JSON.stringify(wholeOf(work)) !== JSON.stringify(presentOf(work));

function standingOf({ attempts, passed, hints, variant }: Progress): Progress {
  return { attempts, passed, hints, ...(variant !== undefined && { variant }) };
}

/** How far it has come, the present answer, its last check and the best one. */
function presentOf(work: Progress): Progress {
  const { answer, variant, log = [] } = work;
  const text = JSON.stringify(answer);
  const checked = log.findLast(
    (one) => one.variant === variant && JSON.stringify(one.answer) === text,
  );
  const most = Math.max(...log.map(({ credit }) => credit));
  const best = work.passed ? undefined : log.find(({ credit }) => credit === most);
  const kept = log.filter((one) => one === checked || one === best);
  return {
    ...standingOf(work),
    ...(answer !== undefined && { answer }),
    ...(kept.length > 0 && { log: kept }),
  };
}

/** All but what the page knows by itself: the author's code, and what was said of a wrong answer. */
function wholeOf({ base: _, failure: __, ...work }: Progress): Progress {
  return work;
}
