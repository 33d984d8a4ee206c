/**
 * Makes a class and grades it: `node --conditions=downhill-source tests/bench/grade.ts [STUDENTS]`.
 * Twenty exercises, six of them in code, 300 students unless another number is given; every
 * fifteenth means harm. Prints what `npm run grade` says of its time.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
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

grade(inbox, "--assignment", join(folder, "assignment.json"), "--out", join(folder, "whole"));
rmSync(folder, { recursive: true });

function grade(...args: readonly string[]): void {
  const command = ["--conditions=downhill-source", join(root, "src/cli/grade.ts"), ...args];
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
