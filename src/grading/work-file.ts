/** Everything that the book keeps has a key that begins so. */
const PREFIX = "downhill:";
const FORMAT = "downhill-work";
const VERSION = 1;

type Readable = Pick<Storage, "length" | "key" | "getItem">;

/** What is kept, by its keys in the browser's storage, as it is kept. */
export type Work = Readonly<Record<string, string>>;

/** All work as the text of one file. */
export function packWork(work: Work, at: Date): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, saved: at.toISOString(), work }, undefined, 1)}\n`;
}

/** The work in the text of a file, or what is wrong with the file, for the reader. */
export function unpackWork(text: string): { readonly work: Work } | { readonly problem: string } {
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
      .filter((key) => key.startsWith(PREFIX))
      .sort()
      .map((key) => [key, storage.getItem(key) ?? ""]),
  );
}

/**
 * Puts work in the place of what a storage holds of the book. When it does not fit, all is put back
 * as it was, and the reason is returned.
 */
export function replaceWork(
  storage: Readable & Pick<Storage, "setItem" | "removeItem">,
  work: Work,
): string | undefined {
  const before = workIn(storage);
  const put = (from: Work, to: Work) => {
    for (const key of Object.keys(from)) storage.removeItem(key);
    for (const [key, value] of Object.entries(to)) storage.setItem(key, value);
  };
  try {
    put(before, work);
    return undefined;
  } catch (error) {
    put(work, before);
    const reason = error instanceof Error ? error.message : String(error);
    return `The work of this file does not fit into this browser's storage (${reason}). What was here is still here.`;
  }
}
