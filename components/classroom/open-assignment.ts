import type { Assignment } from "#src/classroom/assignment.ts";
import { readAssignment } from "#src/classroom/read-assignment.ts";
import { say } from "#src/language/say.ts";
import { unpack } from "#src/sharing/packed.ts";

/** An assignment, or what is wrong with what should have been one, a sentence each. */
export type Opened = { readonly assignment: Assignment } | { readonly problems: readonly string[] };

/** Most bytes of a file of an assignment: all own exercises at their longest are less. */
const LARGEST_FILE = 4_000_000;

/** Reads the assignment in a link, or in the fragment of one. */
export async function assignmentInLink(link: string): Promise<Opened> {
  const [, packed] = /(?:^|#|&)a=([^&\s]*)/.exec(link.trim()) ?? [];
  if (packed === undefined)
    return {
      problems: [
        say(
          "This is no link to an assignment: it has no “#a=” in it. Copy the whole link that you were given.",
        ),
      ],
    };
  const read = await unpack(packed);
  return "problem" in read ? { problems: [read.problem] } : readAssignment(read.data);
}

/** Whether the fragment of an address leads to a place on the page, and to no assignment. */
export function isPlace(hash: string): boolean {
  return hash !== "" && !/[#&](?:a=|preview(?:&|$))/.test(hash);
}

/** Reads the assignment in a file. */
export async function assignmentInFile(file: Blob): Promise<Opened> {
  if (file.size > LARGEST_FILE)
    return {
      problems: [
        say(
          "The file has {size} MB, and an assignment has at most {limit}. Choose the file that the page for teachers saved.",
          { size: Math.round(file.size / 1e6), limit: LARGEST_FILE / 1e6 },
        ),
      ],
    };
  let data: unknown;
  try {
    data = JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
  } catch {
    return {
      problems: [
        say(
          "This file cannot be read: it is no JSON, or not all of it is there. Choose the file that the page for teachers saved.",
        ),
      ],
    };
  }
  return readAssignment(data);
}
