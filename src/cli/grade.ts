/**
 * `npm run grade -- FOLDER --assignment FILE`: grades again what students handed in, each answer in
 * code in a process of its own, and writes tables and feedback. `--shard 2/4` grades every fourth
 * file, for machines that share the work; `--merge` puts such parts together. `--overrides` takes
 * what was decided by hand on the class table.
 */

import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Assignment, assignmentDigest } from "#src/classroom/assignment.ts";
import { inFolder } from "#src/classroom/file-key.ts";
import { readMarks } from "#src/classroom/marks-file.ts";
import { mergeResults, type ResultsFile, resultsFile } from "#src/classroom/results-file.ts";
import type { Overrides, Table } from "#src/classroom/table.ts";
import { assignmentIn } from "./assignment-in.ts";
import { fromCaller } from "./called-from.ts";
import { questionsOf } from "./grade/book-questions.ts";
import { codeJudges } from "./grade/code-judges.ts";
import { filesIn, gradeFiles, listOf, shardOf } from "./grade/grade-folder.ts";
import { type Options, readOptions, USAGE } from "./grade/options.ts";
import { networkIsClosed } from "./grade/process-sandbox.ts";
import { proveJudge } from "./grade/prove-judge.ts";
import { workerScripts } from "./grade/worker-scripts.ts";
import { writeResults, writeTable } from "./grade/write-results.ts";
import { jsonIn, textIn } from "./json-in.ts";

// Ended by the keyboard or by a job runner, it ends its processes first.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2));
  await (options.kind === "merge" ? merge(options) : grade(options));
} catch (error) {
  console.error(`grade: ${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 1;
}

async function grade(options: Extract<Options, { kind: "grade" }>): Promise<void> {
  const assignment = assignmentIn(fromCaller(options.assignment), options.assignment);
  const questions = questionsOf(assignment);
  const overrides = await overridesFor(assignment, options.overrides);
  const folder = folderAt(options.folder);
  const out = fromCaller(options.out);
  const all = filesIn(folder, out);
  const shard = options.shard ? { ...options.shard, list: listOf(all) } : { part: 1, of: 1 };
  const files = shardOf(all, shard);
  if (files.length === 0 && shard.of === 1)
    throw new Error(`the folder ${folder} holds no file. Name the one with the submissions.`);
  const scripts = await workerScripts();
  const { judge, close } = codeJudges({ ...options, scripts });
  const began = performance.now();
  try {
    await proveJudge(judge);
    if (!networkIsClosed())
      console.warn(
        "This system does not let the network be closed for a process. Answers find no way to it in their language; grade strangers' code in a container without network.",
      );
    const course = {
      assignment,
      digest: await assignmentDigest(assignment),
      questions,
      edition: bookEdition(),
      judgeCode: judge,
    };
    const results = await gradeFiles(course, folder, files, options.jobs, (done) => {
      if (done % 50 === 0) console.log(`${done} of ${files.length} files`);
    });
    const whole = resultsFile(assignment, course.edition, shard, results);
    console.log(`Written: ${writeResults(out, whole)}`);
    if (shard.of === 1) await tabulate(out, whole, questions, overrides);
    const seconds = (performance.now() - began) / 1000;
    const each = files.length > 0 ? `, ${(seconds / files.length).toFixed(2)} s each` : "";
    console.log(
      `${files.length} files in ${seconds.toFixed(1)} s${each}, ${options.jobs} at a time.`,
    );
  } finally {
    close();
    scripts.remove();
  }
}

async function merge(options: Extract<Options, { kind: "merge" }>): Promise<void> {
  const { files } = options;
  const merged = mergeResults(new Map(files.map((file) => [file, jsonIn(fromCaller(file), file)])));
  const { assignment } = merged;
  const overrides = await overridesFor(assignment, options.overrides);
  const out = fromCaller(options.out);
  writeResults(out, merged);
  await tabulate(out, merged, questionsOf(assignment), overrides);
}

/** What was decided by hand, in the file that the class table saved. */
async function overridesFor(assignment: Assignment, file: string | undefined): Promise<Overrides> {
  if (file === undefined) return {};
  const text = textIn(fromCaller(file), file);
  const digest = await assignmentDigest(assignment);
  const read = readMarks(text, digest ?? "");
  if ("problem" in read) throw new Error(`${file}: ${read.problem}`);
  if (read.left !== undefined) console.warn(`${file}: ${read.left}`);
  return read.marks;
}

async function tabulate(
  out: string,
  whole: ResultsFile,
  questions: ReturnType<typeof questionsOf>,
  decided: Overrides,
): Promise<void> {
  const keys = whole.results.map(({ key }) => key);
  const overrides = inFolder(decided, keys);
  report(await writeTable(out, whole, questions, overrides), out, overrides);
}

function report({ rows, strays, full }: Table, out: string, overrides: Overrides): void {
  const flagged = rows.filter(({ result }) => result.flags.length > 0).length;
  const mean = rows.reduce((sum, { total }) => sum + total, 0) / rows.length;
  console.log(
    `${rows.length} students, on average ${rows.length > 0 ? mean.toFixed(2) : "–"} of ${full} points; ${flagged} with remarks.`,
  );
  const keys = new Set(rows.map(({ key }) => key));
  const absent = Object.keys(overrides).filter((key) => !keys.has(key));
  if (absent.length > 0)
    console.log(
      `Decided by hand for students who are not here: ${absent.join(", ")}. Their files may be missing.`,
    );
  for (const { file, flags } of strays)
    console.log(`Not graded: ${file}: ${flags.map(({ words }) => words).join(" ")}`);
  console.log(`Tables: ${out}/students.csv and exercises.csv; feedback: ${out}/feedback/`);
}

function folderAt(path: string): string {
  const folder = fromCaller(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`there is no folder ${folder}.`);
  return folder;
}

function bookEdition(): string {
  const text = readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
