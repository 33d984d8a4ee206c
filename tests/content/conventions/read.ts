import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type ConventionRun,
  conventionRuns,
} from "#components/widgets/convention-difference/model.ts";
import { problemOf } from "#components/widgets/convention-difference/problems.ts";
import type { ConventionEntry } from "#src/course/convention-schema.ts";
import { parseConvention } from "#src/course/parse-convention.ts";

const folder = resolve(import.meta.dirname, "../../../content/conventions");

/** Every file of content/conventions, in order. */
export const entries: readonly ConventionEntry[] = readdirSync(folder)
  .sort()
  .map((file) => parseConvention(readFileSync(resolve(folder, file), "utf8"), file));

/** The entry of a method. */
export function entryOf(method: string): ConventionEntry {
  const found = entries.find((entry) => entry.method === method);
  if (found === undefined) throw new Error(`content/conventions has no file for "${method}"`);
  return found;
}

/** What an entry says in words, but for its table. */
export function wordsOf({ lead, statement, figure }: ConventionEntry): string {
  return [lead, statement, figure.title, figure.tryThis, figure.notice, figure.why].join("\n");
}

/** The runs of a comparison by the names of its lines, on one of its problems or any other. */
export function runsOf(
  method: string,
  comparison: string,
  problem?: string,
): Readonly<Record<string, ConventionRun>> {
  const found = entryOf(method).figure.comparisons.find(({ name }) => name === comparison);
  if (found === undefined) throw new Error(`${method} has no comparison "${comparison}"`);
  const runs = conventionRuns(found, problemOf(problem ?? found.problems[0]!), found.rate);
  return Object.fromEntries(runs.map((run) => [run.name, run]));
}
