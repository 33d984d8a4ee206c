import { saveFile } from "#components/shell/save-file.ts";
import type { Assignment } from "#src/classroom/assignment.ts";
import { exercisesCsv, studentsCsv } from "#src/classroom/csv.ts";
import { feedbackPage } from "#src/classroom/feedback.ts";
import { assignmentName, fileName } from "#src/classroom/file-name.ts";
import { marksText } from "#src/classroom/marks-file.ts";
import { pageName } from "#src/classroom/page-name.ts";
import type { ClassState } from "./class-state.ts";
import type { ZipEntry } from "./feedback-zip.ts";

/** Tells a program for sheets that what follows is UTF-8. */
const MARK = "\uFEFF";

/** Saves the sheet of students. */
export function saveStudents({ assignment, table }: ClassState): void {
  saveFile(named(assignment, "students.csv"), MARK + studentsCsv(table), "text/csv");
}

/** Saves the sheet of exercises. */
export function saveExercises({ assignment, table }: ClassState): void {
  saveFile(named(assignment, "exercises.csv"), MARK + exercisesCsv(table), "text/csv");
}

/** Saves what was decided by hand. @param digest see `assignmentDigest` */
export function saveMarks({ assignment, marks }: ClassState, digest: string): void {
  saveFile(named(assignment, "comments.json"), marksText(digest, marks), "application/json");
}

/** Saves a page of feedback for each student, in one archive. The archiver is loaded when asked for. */
export async function saveFeedback(state: ClassState): Promise<void> {
  const { zipOf } = await import("./feedback-zip.ts");
  saveFile(
    named(state.assignment, "feedback.zip"),
    await zipOf(feedbackPages(state)),
    "application/zip",
  );
}

/** A page for each student of the table, under plain names. */
async function* feedbackPages({
  assignment,
  questions,
  table,
}: ClassState): AsyncGenerator<ZipEntry> {
  const taken = new Set<string>();
  for (const row of table.rows)
    yield {
      name: pageName(row.student.number || row.student.name, taken),
      text: await feedbackPage(assignment, questions, table, row),
    };
}

const named = (assignment: Assignment, what: string) =>
  fileName([assignmentName(assignment)], `-${what}`);
