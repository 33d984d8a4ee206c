import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exercisesCsv, studentsCsv } from "#src/classroom/csv.ts";
import { feedbackPage } from "#src/classroom/feedback.ts";
import { pageName } from "#src/classroom/page-name.ts";
import type { Question } from "#src/classroom/question.ts";
import type { ResultsFile } from "#src/classroom/results-file.ts";
import { settle } from "#src/classroom/settle.ts";
import { type Overrides, type Table, tableOf } from "#src/classroom/table.ts";

/** Tells a program for sheets that what follows is UTF-8. */
const MARK = "\uFEFF";

/** Writes results as they are, for merging: `results.json`, or `results-2-of-4.json`. */
export function writeResults(out: string, results: ResultsFile): string {
  const { part, of } = results.shard;
  const file = join(out, of === 1 ? "results.json" : `results-${part}-of-${of}.json`);
  mkdirSync(out, { recursive: true });
  writeFileSync(file, `${JSON.stringify(results)}\n`);
  return file;
}

/**
 * Writes what a teacher reads: the sheets of students and exercises, and each student's feedback.
 * @param overrides what was decided by hand. Default: nothing
 */
export async function writeTable(
  out: string,
  { assignment, results }: ResultsFile,
  questions: ReadonlyMap<string, Question>,
  overrides?: Overrides,
): Promise<Table> {
  const table = tableOf(assignment, settle(results), overrides);
  const pages = join(out, "feedback");
  mkdirSync(pages, { recursive: true });
  writeFileSync(join(out, "students.csv"), MARK + studentsCsv(table));
  writeFileSync(join(out, "exercises.csv"), MARK + exercisesCsv(table));
  const taken = new Set<string>();
  for (const row of table.rows)
    writeFileSync(
      join(pages, pageName(row.student.number || row.student.name, taken)),
      await feedbackPage(assignment, questions, table, row),
    );
  return table;
}
