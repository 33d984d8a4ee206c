import { say } from "#src/language/say.ts";
import { MARK } from "#src/notebook/wiped.ts";

/** Everything that the book keeps has a key that begins so. */
const PREFIX = "downhill:";
const FORMAT = "downhill-work";
const VERSION = 1;

type Readable = Pick<Storage, "length" | "key" | "getItem">;

/** What is kept, by its keys in the browser's storage, as it is kept. */
export type Work = Readonly<Record<string, string>>;

/** The most characters of a file of work; a browser keeps no more than five million. */
export const MOST_WORK = 20_000_000;

/** All work as the text of one file. */
export function packWork(work: Work, at: Date): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, saved: at.toISOString(), work }, undefined, 1)}\n`;
}

/** The work in the text of a file, or what is wrong with the file, for the reader. */
export function unpackWork(text: string): { readonly work: Work } | { readonly problem: string } {
  if (text.length > MOST_WORK)
    return {
      problem: say(
        "This file is too large to hold work of this book ({size} million characters; {limit} at most). Choose a file that was saved on this page.",
        { size: Math.round(text.length / 1e6), limit: MOST_WORK / 1e6 },
      ),
    };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {
      problem: say(
        "This file cannot be read: it is no JSON, or not all of it is there. Choose a file that was saved on this page.",
      ),
    };
  }
  const { format, version, work } = (data ?? {}) as Record<string, unknown>;
  if (format !== FORMAT)
    return {
      problem: say("This file is none of this book’s. Choose a file that was saved on this page."),
    };
  if (version !== VERSION)
    return {
      problem: say(
        "This file was saved by another edition (version {version}; this one reads {own}). Open it with that edition.",
        { version: String(version), own: VERSION },
      ),
    };
  if (typeof work !== "object" || work === null || Array.isArray(work))
    return { problem: say("This file holds no work.") };
  const wrong = Object.entries(work).find(
    ([key, value]) => !key.startsWith(PREFIX) || typeof value !== "string",
  );
  if (wrong)
    return {
      problem: say(
        "This file has an entry that the book does not keep (“{entry}”), so nothing was taken from it.",
        { entry: wrong[0].slice(0, 60) },
      ),
    };
  return { work: work as Work };
}

/** What a storage holds of the book. */
export function workIn(storage: Readable): Work {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  return Object.fromEntries(
    keys
      .filter((key) => key.startsWith(PREFIX) && key !== MARK)
      .sort()
      .map((key) => [key, storage.getItem(key) ?? ""]),
  );
}

type Writable = Readable & Pick<Storage, "setItem" | "removeItem">;

/**
 * Puts work into a storage, each text under its key; what is under other keys stays. When it does
 * not fit, all is put back as it was, and the reason is returned.
 */
export function putWork(storage: Writable, work: Work): string | undefined {
  const before = workIn(storage);
  const changed = Object.entries(work).filter(([key, raw]) => before[key] !== raw);
  try {
    for (const [key, raw] of changed) storage.setItem(key, raw);
    return undefined;
  } catch (error) {
    // Backwards: each step goes back to a state that has been there, and so has fitted.
    for (const [key] of changed.toReversed()) restore(storage, key, before[key]);
    const reason = error instanceof Error ? error.message : String(error);
    return say(
      "The work of this file does not fit into this browser’s storage ({reason}). What was here is still here.",
      { reason },
    );
  }
}

/** Undoes that: what has been changed again since stays. */
export function takeBackWork(storage: Writable, before: Work, put: Work): string | undefined {
  try {
    // Backwards, as above.
    for (const [key, raw] of Object.entries(put).toReversed())
      if (before[key] !== raw && storage.getItem(key) === raw) restore(storage, key, before[key]);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return say("Not all could be put back ({reason}).", { reason });
  }
}

function restore(storage: Writable, key: string, raw: string | undefined): void {
  if (raw === undefined) storage.removeItem(key);
  else storage.setItem(key, raw);
}
