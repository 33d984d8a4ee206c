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
      problem: `This file is too large to hold work of this book (${Math.round(text.length / 1e6)} million characters; ${MOST_WORK / 1e6} at most). Choose a file that was saved on this page.`,
    };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return {
      problem:
        "This file cannot be read: it is no JSON, or not all of it is there. Choose a file that was saved on this page.",
    };
  }
  const { format, version, work } = (data ?? {}) as Record<string, unknown>;
  if (format !== FORMAT)
    return {
      problem: "This file is none of this book's. Choose a file that was saved on this page.",
    };
  if (version !== VERSION)
    return {
      problem: `This file was saved by another edition (version ${String(version)}; this one reads ${VERSION}). Open it with that edition.`,
    };
  if (typeof work !== "object" || work === null || Array.isArray(work))
    return { problem: "This file holds no work." };
  const wrong = Object.entries(work).find(
    ([key, value]) => !key.startsWith(PREFIX) || typeof value !== "string",
  );
  if (wrong)
    return {
      problem: `This file has an entry that the book does not keep (“${wrong[0].slice(0, 60)}”), so nothing was taken from it.`,
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
    for (const [key] of changed) restore(storage, key, before[key]);
    const reason = error instanceof Error ? error.message : String(error);
    return `The work of this file does not fit into this browser's storage (${reason}). What was here is still here.`;
  }
}

/** Undoes that: what has been changed again since stays. */
export function takeBackWork(storage: Writable, before: Work, put: Work): string | undefined {
  try {
    for (const [key, raw] of Object.entries(put))
      if (before[key] !== raw && storage.getItem(key) === raw) restore(storage, key, before[key]);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Not all could be put back (${reason}).`;
  }
}

function restore(storage: Writable, key: string, raw: string | undefined): void {
  if (raw === undefined) storage.removeItem(key);
  else storage.setItem(key, raw);
}
