import { say } from "#src/language/say.ts";
import { type AssignedExercise, type Assignment, fullPoints } from "./assignment.ts";
import type { Mark } from "./result.ts";
import type { Settled } from "./settle.ts";
import type { Student } from "./student.ts";

/** What a teacher decided by hand, over what the grading found. */
export interface Override {
  /** From 0 to the exercise's points; absent where only a comment is given. */
  readonly points?: number;
  readonly comment?: string;
}

/** By the student's key, then by exercise; "" stands for the whole of the student's work. */
export type Overrides = Readonly<Record<string, Readonly<Record<string, Override>>>>;

/** How an answer stands in the table. */
export type Standing = "right" | "partly" | "wrong" | "stopped" | "blank" | "broken";

/** One exercise of one student. */
export interface Cell {
  readonly exercise: string;
  readonly standing: Standing;
  /** Absent when it is not known: the check is broken and nobody has decided by hand. */
  readonly points?: number;
  readonly override?: Override;
  readonly mark: Mark;
}

/** One student: the hand-in that counts, and which others there are. */
export interface Row {
  readonly key: string;
  readonly student: Student;
  readonly result: Settled;
  /** All files of the student, the earliest first. */
  readonly files: readonly string[];
  readonly cells: readonly Cell[];
  /** Sum of the points that are known. */
  readonly total: number;
  /** Exercises whose points are not known. */
  readonly open: number;
  readonly comment?: string;
}

/** One exercise over the whole class. */
export interface Column {
  readonly exercise: AssignedExercise;
  /** Students whose answer could be judged as right or wrong. */
  readonly answered: number;
  readonly right: number;
  readonly partly: number;
  readonly wrong: number;
  readonly stopped: number;
  readonly blank: number;
  readonly broken: number;
  /** Mean of the points of all students for whom they are known, as a share of the full points. */
  readonly mean?: number;
  readonly clusters: readonly Cluster[];
}

/** Answers that went wrong in the same way. */
export interface Cluster {
  /** See `clusterOf`. */
  readonly name: string;
  /** Names of feedback of the exercise that belong to it, such as "whole.1"; none for other clusters. */
  readonly mistakes: readonly string[];
  /** Keys of the students. */
  readonly students: readonly string[];
}

/** A class after grading. */
export interface Table {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** What all right answers are worth together. */
  readonly full: number;
  /** Files that count for nobody: unreadable, or of another assignment. */
  readonly strays: readonly Settled[];
}

/**
 * Students × exercises, from results that were settled.
 * @param overrides what was decided by hand. Default: nothing.
 */
export function tableOf(
  assignment: Assignment,
  settled: readonly Settled[],
  overrides: Overrides = {},
): Table {
  const files = new Map<string, string[]>();
  for (const { state, key, file } of settled)
    if (state === "graded") files.set(key, [...(files.get(key) ?? []), file]);
  const rows = settled
    .filter(({ counts }) => counts)
    .map((result): Row => {
      const own = overrides[result.key] ?? {};
      const cells = assignment.exercises.map((exercise, index) =>
        cellOf(exercise, result.marks[index], own[exercise.id]),
      );
      const comment = own[""]?.comment;
      return {
        key: result.key,
        student: result.student,
        result,
        files: files.get(result.key) ?? [],
        cells,
        total: cells.reduce((sum, { points = 0 }) => sum + points, 0),
        open: cells.filter(({ points }) => points === undefined).length,
        ...(comment !== undefined && { comment }),
      };
    });
  return {
    rows,
    columns: assignment.exercises.map((exercise, index) => columnOf(exercise, index, rows)),
    full: fullPoints(assignment),
    strays: settled.filter(({ state }) => state !== "graded"),
  };
}

function cellOf(exercise: AssignedExercise, found: Mark | undefined, override?: Override): Cell {
  const mark: Mark = found ?? {
    exercise: exercise.id,
    verdict: { kind: "error", stage: "blank", message: say("There is no answer.") },
    credit: 0,
    attempts: [],
    hints: 0,
  };
  const points =
    override?.points ?? (mark.credit === undefined ? undefined : mark.credit * exercise.points);
  return {
    exercise: exercise.id,
    standing: standingOf(mark),
    ...(points !== undefined && { points }),
    ...(override && { override }),
    mark,
  };
}

function standingOf({ verdict }: Mark): Standing {
  switch (verdict.kind) {
    case "pass":
      return "right";
    case "fail":
      return verdict.credit > 0 ? "partly" : "wrong";
    case "error":
      return verdict.stage === "blank" ? "blank" : "stopped";
    case "broken":
      return "broken";
  }
}

function columnOf(exercise: AssignedExercise, index: number, rows: readonly Row[]): Column {
  const cells = rows.flatMap(({ cells }) => cells[index] ?? []);
  const count = (wanted: Standing) => cells.filter(({ standing }) => standing === wanted).length;
  const counts = {
    right: count("right"),
    partly: count("partly"),
    wrong: count("wrong"),
    stopped: count("stopped"),
    blank: count("blank"),
    broken: count("broken"),
  };
  const known = cells.flatMap(({ points }) => points ?? []);
  const mean = known.reduce((sum, points) => sum + points, 0) / known.length / exercise.points;
  return {
    exercise,
    answered: counts.right + counts.partly + counts.wrong,
    ...counts,
    ...(known.length > 0 && { mean }),
    clusters: clustersOf(rows, index),
  };
}

/** The largest first. */
function clustersOf(rows: readonly Row[], index: number): readonly Cluster[] {
  const found = new Map<string, string[]>();
  for (const { key, cells } of rows) {
    const name = cells[index]?.mark.cluster;
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), key]);
  }
  return [...found]
    .map(([name, students]) => ({
      name,
      mistakes: name.startsWith(MISTAKE) ? name.slice(MISTAKE.length).split(" ") : [],
      students,
    }))
    .sort((one, other) => other.students.length - one.students.length);
}

const MISTAKE = "mistake ";
