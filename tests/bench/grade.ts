/**
 * Makes a class and grades it: `npx node --conditions=downhill-source tests/bench/grade.ts [STUDENTS]`.
 * Twenty exercises, six of them in code, 300 students unless another number is given; every
 * fifteenth means harm. Prints what `npm run grade` says of its time for the whole class, and then,
 * for the same class in four parts one after another, what each part costs: seconds of processor of
 * the command and of all processes that it starts, for each file (as Linux counts them).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ResultsFile } from "#src/classroom/results-file.ts";
import { assignmentOf, questionsFor, TWENTY } from "../classroom/assignment-of.ts";
import { syntheticClass } from "../classroom/synthetic-class.ts";

const root = resolve(import.meta.dirname, "../..");
const students = Number(process.argv[2] ?? 300);
const questions = questionsFor(TWENTY);
const assignment = assignmentOf(questions);
const { version: edition } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly version: string;
};
const folder = mkdtempSync(join(tmpdir(), "downhill-class-"));
const inbox = join(folder, "in");
mkdirSync(inbox);
writeFileSync(join(folder, "assignment.json"), JSON.stringify(assignment));
for (const { name, bytes } of await syntheticClass({ assignment, questions, students, edition }))
  writeFileSync(join(inbox, name), bytes);

const PARTS = 4;
const assigned = ["--assignment", join(folder, "assignment.json")];
grade(inbox, ...assigned, "--out", join(folder, "whole"));
const parts = Array.from({ length: PARTS }, (_, index) => {
  const part = index + 1;
  const out = ["--out", join(folder, "parts"), "--shard", `${part}/${PARTS}`];
  const seconds = grade(inbox, ...assigned, ...out);
  const file = join(folder, "parts", `results-${part}-of-${PARTS}.json`);
  const { results } = JSON.parse(readFileSync(file, "utf8")) as ResultsFile;
  console.log(
    `Part ${part} of ${PARTS}: ${seconds.toFixed(1)} s of processor for ${results.length} files, ${(seconds / results.length).toFixed(2)} s each.`,
  );
  return { seconds, files: results.length };
});
const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
const files = parts.reduce((sum, part) => sum + part.files, 0);
console.log(
  `All parts: ${seconds.toFixed(1)} s of processor for ${files} files, ${(seconds / files).toFixed(2)} s each.`,
);
rmSync(folder, { recursive: true });

/** Grades, and gives the seconds of processor that it took. */
function grade(...args: readonly string[]): number {
  const before = ofChildren();
  const command = ["--conditions=downhill-source", join(root, "src/cli/grade.ts"), ...args];
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
  return ofChildren() - before;
}

/** Seconds of processor of all processes that were started here and have ended, with theirs. */
function ofChildren(): number {
  // "…) S 1 2 …": fields 16 and 17 are the times of children, in hundredths of a second.
  const [, stat = ""] = readFileSync("/proc/self/stat", "utf8").split(") ");
  const [user = 0, system = 0] = stat.split(" ").slice(13, 15).map(Number);
  return (user + system) / 100;
}
