import type { Assignment } from "#src/classroom/assignment.ts";
import { readAssignment } from "#src/classroom/read-assignment.ts";

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
