import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { decode, tooLarge } from "#src/classroom/decode.ts";
import { type Received, readSubmission } from "#src/classroom/read-submission.ts";
import { type Course, regrade } from "#src/classroom/regrade.ts";
import type { Result } from "#src/classroom/result.ts";
import type { FileList, Shard } from "#src/classroom/results-file.ts";
import { blocksIn } from "#src/classroom/text-block.ts";

/**
 * The files of a folder and of those in it, by their paths within, in an order that is the same on
 * every machine. Files and folders whose names begin with a point are left out, and so is the folder
 * of the results: what one part has written is no submission for the next.
 *
 * @param out where results are written; it need not be there. Default: elsewhere
 * @throws Error in words when the results would be written among the submissions
 */
export function filesIn(folder: string, out?: string): readonly string[] {
  const inside = out === undefined ? undefined : pathWithin(folder, out);
  if (inside === "")
    throw new Error(
      `the results would be written among the submissions, in ${folder}. Name another folder with --out.`,
    );
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length))
    .map((path) => path.replaceAll(sep, "/"))
    .filter((path) => !path.split("/").some((name) => name.startsWith(".")))
    .filter((path) => inside === undefined || !path.startsWith(`${inside}/`))
    .sort();
}

/** The path of a place in a folder, "" for the folder itself; nothing for a place outside of it. */
function pathWithin(folder: string, place: string): string | undefined {
  const [whole = "", part = ""] = [folder, place]
    .map((path) => resolve(path))
    .map((path) => `${existsSync(path) ? realpathSync(path) : path}${sep}`);
  return part.startsWith(whole) ? part.slice(whole.length, -1).replaceAll(sep, "/") : undefined;
}

/** What parts of one grading have in common: all files of the folder, those of the other parts too. */
export function listOf(files: readonly string[]): FileList {
  const digest = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  return { count: files.length, digest };
}

/** A file of more is no class's mail, and must not flood the table. */
const MOST_MAILS = 1000;

/** Every so many-th file, so that all parts together have each file once. */
export function shardOf(files: readonly string[], { part, of }: Shard): readonly string[] {
  return files.filter((_, index) => index % of === part - 1);
}

/**
 * Grades files, several at a time. No file keeps another one from being graded. A file of several
 * mails has a result for each, the second under the name of the file and "(2)".
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
  let done = 0;
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const handIns = await received(join(folder, file));
      for (const [index, one] of handIns.entries())
        results.push(await regrade(course, index === 0 ? file : `${file} (${index + 1})`, one));
      onResult(++done);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}

async function received(path: string): Promise<readonly Received[]> {
  try {
    const flag = tooLarge(statSync(path).size);
    if (flag) return [{ kind: "unreadable", flag }];
    const bytes = readFileSync(path);
    const decoded = decode(bytes);
    const blocks = decoded.kind === "text" ? blocksIn(decoded.text) : [];
    const several = blocks.length > 1 && blocks.length <= MOST_MAILS;
    return await Promise.all(several ? blocks.map(readSubmission) : [readSubmission(bytes)]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const words = `The file could not be read (${reason}). Look at it, or ask the student to hand in again.`;
    return [{ kind: "unreadable", flag: { kind: "not-a-submission", words } }];
  }
}
