import { ASSIGNMENT_FORMAT } from "#src/classroom/assignment.ts";
import { MARKS_FORMAT } from "#src/classroom/marks-file.ts";
import { BLOCK_BEGINS } from "#src/classroom/text-block.ts";
import { say } from "#src/language/say.ts";
import type { NamedFile } from "./dropped-files.ts";
import type { HandIn } from "./regrade-protocol.ts";

/** What is not a hand-in, though it came with them: an assignment, or the teacher's own marks. */
export interface Sorted {
  readonly files: readonly NamedFile[];
  readonly assignments: readonly File[];
  readonly marks: readonly File[];
}

/** Characters at the beginning of a file in which its format stands. */
const HEAD = 300;

/** Tells the files of students from those of the teacher, which may lie in the same folder. */
export async function sortFiles(found: readonly NamedFile[]): Promise<Sorted> {
  const heads = await Promise.all(found.map(headOf));
  const of = (format: string) => found.filter((_, index) => heads[index]?.includes(`"${format}"`));
  const [assignments, marks] = [of(ASSIGNMENT_FORMAT), of(MARKS_FORMAT)];
  return {
    files: found.filter((one) => !assignments.includes(one) && !marks.includes(one)),
    assignments: assignments.map(({ file }) => file),
    marks: marks.map(({ file }) => file),
  };
}

async function headOf({ file }: NamedFile): Promise<string> {
  try {
    return await file.slice(0, HEAD).text();
  } catch {
    // Said when it is read as a whole.
    return "";
  }
}

/**
 * The hand-ins among files that are new: a file that is here already is left out, and another one of
 * the same name gets a number.
 *
 * @param here those that came before, by their names
 */
export function newHandIns(
  files: readonly NamedFile[],
  here: ReadonlyMap<string, HandIn>,
): { readonly fresh: readonly HandIn[]; readonly known: number } {
  const taken = new Map(here);
  const fresh: HandIn[] = [];
  let known = 0;
  for (const { path, file } of files) {
    let name = path;
    let count = 1;
    for (let other = taken.get(name); other; other = taken.get(name)) {
      if (isSame(other.content, file)) break;
      count++;
      name = `${path} (${count})`;
    }
    if (taken.has(name)) known++;
    else {
      const handIn: HandIn = { name, content: file };
      taken.set(name, handIn);
      fresh.push(handIn);
    }
  }
  return { fresh, known };
}

function isSame(one: File | string, other: File): boolean {
  return (
    typeof one !== "string" && one.size === other.size && one.lastModified === other.lastModified
  );
}

/**
 * What stands in a text that was pasted: a block each, when mails were pasted one after another, else
 * the text as it is. Nothing for a text that is blank.
 *
 * @param count texts that were pasted before, for the names
 */
export function pastedHandIns(text: string, count: number): readonly HandIn[] {
  if (text.trim() === "") return [];
  const [before = "", ...blocks] = text.split(BLOCK_BEGINS);
  const parts = blocks.length > 0 ? blocks.map((block) => BLOCK_BEGINS + block) : [before];
  return parts.map((content, index) => ({
    name: say("pasted {number}", { number: count + index + 1 }),
    content,
  }));
}
