import { say } from "#src/language/say.ts";
import { MARK } from "#src/notebook/wiped.ts";

const PREFIX = "downhill:";
const LEARNER = "downhill:lms-learner";
/** Set by whoever sits there, and of no learner. */
const SHARED = new Set([MARK, LEARNER, "downhill:theme"]);

type Shelf = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/**
 * Makes a browser's storage that of a learner of an LMS. On a machine that several use under one
 * account, the work of another learner is put away under that one's name, and what this learner left
 * here earlier comes back. Work of nobody known becomes this learner's.
 *
 * @returns what stood in the way, in words
 */
export function giveToLearner(storage: Shelf, learner: string): string | undefined {
  const before = storage.getItem(LEARNER);
  if (learner === "" || before === learner) return undefined;
  try {
    if (before !== null) {
      move(storage, PREFIX, awayFor(before));
      move(storage, awayFor(learner), PREFIX);
    }
    storage.setItem(LEARNER, learner);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return say(
      "The work of another learner in this browser could not be put away ({reason}). Work here may be shown to others who use this machine.",
      { reason },
    );
  }
}

const awayFor = (learner: string) => `downhill-of:${encodeURIComponent(learner)}:`;

function move(storage: Shelf, from: string, to: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  for (const key of keys.filter((one) => one.startsWith(from) && !SHARED.has(one))) {
    const text = storage.getItem(key) ?? "";
    // Removed first: in a full storage there is no room for both.
    storage.removeItem(key);
    try {
      storage.setItem(to + key.slice(from.length), text);
    } catch (error) {
      storage.setItem(key, text);
      throw error;
    }
  }
}
