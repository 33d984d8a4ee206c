import type { Table } from "./table.ts";

/** A cell of a sheet; nothing for an empty one. */
export type Value = string | number | undefined;

/** Signs with which a program for sheets takes a text for a formula, and runs it. */
const FORMULA = /^[\s]*[=+\-@|%]|^[\t\r\n]/;
/** The same behind a sign at which some programs part cells, whatever the quotes say. */
const FORMULA_WITHIN = /([;,\t\r\n][\s"]*)(?=[=+\-@|%])/g;
/** Digits behind the point of points and shares. */
const DIGITS = 4;

/**
 * Rows as CSV after RFC 4180: commas, quotes doubled, lines that end with CR and LF. What a program
 * for sheets would take for a formula is put behind an apostrophe, since names and codes come from
 * strangers; in the middle of a text too, since in many countries such programs part cells at
 * semicolons.
 */
export function csvOf(rows: readonly (readonly Value[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** The sheet of students: a row each, points for each exercise, total, and what was found. */
export function studentsCsv({ rows, columns, full, strays }: Table): string {
  const head = [
    "name",
    "number",
    "file",
    "handed in",
    "minutes late",
    ...columns.map(({ exercise }) => exercise.id),
    "total",
    "of",
    "not graded",
    "remarks",
  ];
  return csvOf([
    head,
    ...rows.map(({ student, result, cells, total, open, comment }) => [
      student.name,
      student.number,
      result.file,
      result.made,
      result.late,
      ...cells.map(({ points }) => points),
      total,
      full,
      open,
      [...result.flags.map(({ words }) => words), ...(comment ? [comment] : [])].join(" "),
    ]),
    ...strays.map(({ student, file, made, flags }) => [
      student.name,
      student.number,
      file,
      made,
      undefined,
      ...columns.map(() => undefined),
      undefined,
      full,
      undefined,
      flags.map(({ words }) => words).join(" "),
    ]),
  ]);
}

/** The sheet of exercises: how each went, and the mistakes made in it, the most frequent first. */
export function exercisesCsv({ columns }: Table): string {
  return csvOf([
    [
      "exercise",
      "points",
      "mean share",
      "right",
      "partly",
      "wrong",
      "stopped",
      "blank",
      "broken",
      "mistakes",
    ],
    ...columns.map(({ exercise, mean, right, partly, wrong, stopped, blank, broken, clusters }) => [
      exercise.id,
      exercise.points,
      mean,
      right,
      partly,
      wrong,
      stopped,
      blank,
      broken,
      clusters.map(({ name, students }) => `${students.length} × ${name}`).join("; "),
    ]),
  ]);
}

function cell(value: Value): string {
  if (value === undefined) return "";
  if (typeof value === "number")
    return Number.isFinite(value) ? String(Number(value.toFixed(DIGITS))) : "";
  const defused = value.replace(FORMULA_WITHIN, "$1'");
  const text = FORMULA.test(value) ? `'${defused}` : defused;
  return /[",;\t\r\n]/.test(text) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
