import type { Assignment } from "#src/classroom/assignment.ts";
import { readAssignment } from "#src/classroom/read-assignment.ts";
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
        "This is no link to an assignment: it has no “#a=” in it. Copy the whole link that the page for teachers gave.",
      ],
    };
  const read = await unpack(packed);
  return "problem" in read ? { problems: [read.problem] } : readAssignment(read.data);
}

/** Reads the assignment in a file. */
export async function assignmentInFile(file: Blob): Promise<Opened> {
  if (file.size > LARGEST_FILE)
    return {
      problems: [
        `The file has ${Math.round(file.size / 1e6)} MB, and an assignment has at most ${LARGEST_FILE / 1e6}. Choose the file that the page for teachers saved.`,
      ],
    };
  try {
    return readAssignment(JSON.parse((await file.text()).replace(/^\uFEFF/, "")));
  } catch {
    return {
      problems: [
        "This file cannot be read: it is no JSON, or not all of it is there. Choose the file that the page for teachers saved.",
      ],
    };
  }
}

/** Keys under which the page for teachers keeps assignments. */
const KEPT = "downhill:teach:";

/** The assignments that this browser keeps and that are whole, by name; none where it keeps nothing. */
export function keptAssignments(
  storage: Pick<Storage, "length" | "key" | "getItem">,
): readonly Assignment[] {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  const found = keys
    .filter((key) => key.startsWith(KEPT))
    .flatMap((key) => keptUnder(storage, key));
  return found.sort((one, other) => (one.title < other.title ? -1 : 1));
}

function keptUnder(storage: Pick<Storage, "getItem">, key: string): readonly Assignment[] {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? "") as {
      readonly value?: { readonly assignment?: unknown };
    };
    const read = readAssignment(kept.value?.assignment);
    return "assignment" in read ? [read.assignment] : [];
  } catch {
    return [];
  }
}
