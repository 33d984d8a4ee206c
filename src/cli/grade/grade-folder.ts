import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { tooLarge } from "#src/classroom/decode.ts";
import { type Received, readSubmission } from "#src/classroom/read-submission.ts";
import { type Course, regrade } from "#src/classroom/regrade.ts";
import type { Result } from "#src/classroom/result.ts";
import type { Shard } from "#src/classroom/results-file.ts";

/**
 * The files of a folder and of those in it, by their paths within, in an order that is the same on
 * every machine. Files and folders whose names begin with a point are left out.
 */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length))
    .filter((path) => !path.split(/[\\/]/).some((name) => name.startsWith(".")))
    .sort();
}

/** Every so many-th file, so that all parts together have each file once. */
export function shardOf(files: readonly string[], { part, of }: Shard): readonly string[] {
  return files.filter((_, index) => index % of === part - 1);
}

/**
 * Grades files, several at a time. No file keeps another one from being graded.
 *
 * @param jobs files that are under way at the same time
 * @param onResult called after each, with how many are done
 */
export async function gradeFiles(
  course: Course,
  folder: string,
  files: readonly string[],
  jobs: number,
  onResult: (done: number) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      results.push(await regrade(course, file, await received(join(folder, file))));
      onResult(results.length);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}

async function received(path: string): Promise<Received> {
  try {
    const flag = tooLarge(statSync(path).size);
    return flag ? { kind: "unreadable", flag } : await readSubmission(readFileSync(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: "unreadable",
      flag: {
        kind: "not-a-submission",
        words: `The file could not be read (${reason}). Look at it, or ask the student to hand in again.`,
      },
    };
  }
}
