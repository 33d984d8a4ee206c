import { type Assignment, picked } from "./assignment.ts";
import { isRecord, shown } from "./foreign.ts";
import { readAssignment } from "./read-assignment.ts";
import type { Result } from "./result.ts";

export const RESULTS_FORMAT = "downhill-results";
export const RESULTS_VERSION = 1;

/** All files of a graded folder: how many, and a digest of their names. */
export interface FileList {
  readonly count: number;
  readonly digest: string;
}

/** Which part of the files was graded: `part` from 1 to `of`. */
export interface Shard {
  readonly part: number;
  readonly of: number;
  /** Of which files it is a part; absent of a whole, and in results of older editions. */
  readonly list?: FileList;
}

/** What grading some files gave, before the class as a whole was looked at. */
export interface ResultsFile {
  readonly format: typeof RESULTS_FORMAT;
  readonly version: typeof RESULTS_VERSION;
  readonly assignment: Assignment;
  /** Edition of the book that graded. */
  readonly edition: string;
  readonly shard: Shard;
  readonly results: readonly Result[];
}

/** Results as a file, in the order of the files' names: the same whoever graded which part, and when. */
export function resultsFile(
  assignment: Assignment,
  edition: string,
  shard: Shard,
  results: readonly Result[],
): ResultsFile {
  return {
    format: RESULTS_FORMAT,
    version: RESULTS_VERSION,
    assignment: picked(assignment),
    edition,
    shard,
    results: results.toSorted((one, other) => (one.file < other.file ? -1 : 1)),
  };
}

/**
 * The results of all parts of one grading together.
 *
 * @param files what is in each file, by its name
 * @throws Error when a file is none of results, when they are of different gradings, and when a part
 *   is missing or there twice: a table without some students would look whole
 */
export function mergeResults(files: ReadonlyMap<string, unknown>): ResultsFile {
  const parts = [...files].map(([name, data]) => [name, resultsIn(name, data)] as const);
  const [first] = parts;
  if (!first) throw new Error("merge: name the files of results that are to be put together.");
  const [firstName, { assignment, edition, shard }] = first;
  const same = (one: ResultsFile) =>
    JSON.stringify([one.assignment, one.edition, one.shard.of]) ===
    JSON.stringify([assignment, edition, shard.of]);
  const strange = parts.find(([, one]) => !same(one));
  if (strange)
    throw new Error(
      `merge: ${strange[0]} is of another assignment, edition or number of parts than ${firstName}. Merge the parts of one grading.`,
    );
  for (const [name, one] of parts) sameList([firstName, shard.list], [name, one.shard.list]);
  const numbers = parts.map(([, one]) => one.shard.part);
  const twice = numbers.find((part, index) => numbers.indexOf(part) !== index);
  if (twice !== undefined)
    throw new Error(`merge: part ${twice} of ${shard.of} is there twice. Name each part once.`);
  const all = Array.from({ length: shard.of }, (_, index) => index + 1);
  const missing = all.filter((part) => !numbers.includes(part));
  if (missing.length > 0)
    throw new Error(
      `merge: of ${shard.of} parts, ${missing.slice(0, 10).join(", ")} ${missing.length === 1 ? "is" : "are"} missing. Grade ${missing.length === 1 ? "it" : "them"}, or name the ${missing.length === 1 ? "file" : "files"} too.`,
    );
  const results = parts.flatMap(([, one]) => one.results);
  return resultsFile(assignment, edition, { part: 1, of: 1 }, results);
}

type Listed = readonly [name: string, list: FileList | undefined];

/** A file that came or went between two parts moves all behind it: some are in no part. */
function sameList([firstName, first]: Listed, [name, list]: Listed): void {
  if (first?.count === list?.count && first?.digest === list?.digest) return;
  const again = "Grade all parts again from the same files.";
  if (!first || !list) {
    const [silent, other] = first ? [name, firstName] : [firstName, name];
    throw new Error(
      `merge: ${silent} does not tell which files there were, and ${other} does. ${again}`,
    );
  }
  throw new Error(
    `merge: ${name} was graded in a folder of ${list.count} files and ${firstName} in one of ${first.count}, or of other names: some students would be graded twice, and others not at all. ${again}`,
  );
}

/** A file of results is this tool's own and trusted beyond its head. */
function resultsIn(name: string, data: unknown): ResultsFile {
  if (!isRecord(data) || data["format"] !== RESULTS_FORMAT)
    throw new Error(`merge: ${name} is no file of results. Name those that grading has written.`);
  if (data["version"] !== RESULTS_VERSION)
    throw new Error(
      `merge: ${name} is of version ${shown(data["version"])}; this edition reads version ${RESULTS_VERSION}.`,
    );
  const read = readAssignment(data["assignment"]);
  const { shard, results } = data;
  const sound =
    isRecord(shard) &&
    Number.isInteger(shard["part"]) &&
    Number.isInteger(shard["of"]) &&
    Array.isArray(results);
  if ("problems" in read || !sound)
    throw new Error(`merge: ${name} is not whole. Grade its part again.`);
  return data as unknown as ResultsFile;
}
