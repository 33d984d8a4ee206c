import type { BookFile } from "./edition.ts";
import type { FetchFile } from "./fetch-file.ts";
import type { Shelf } from "./shelf.ts";

/** Files fetched at a time: few, since the reader may be waiting for another one. */
const LANES = 3;

export interface FillOptions {
  readonly shelf: Shelf;
  /** What is to be on the shelf, in this order; a file may be named twice. */
  readonly files: readonly BookFile[];
  /** Shelves of other editions; what is the same there is not fetched again. */
  readonly others: readonly Shelf[];
  readonly fetchFile: FetchFile;
  /** Whether the shelf has been taken away meanwhile: then it is not filled any more. */
  readonly removed: () => Promise<boolean>;
}

/**
 * Puts all files on the shelf that are not there yet. The first failure ends it: what is there by then
 * stays, and the next time it goes on from there.
 *
 * @throws what a fetch or the storage throws
 */
export async function fill(options: FillOptions): Promise<void> {
  const { shelf, files, others, fetchFile, removed } = options;
  const held = await shelf.held();
  const missing = [...new Set(files)].filter(({ path }) => !held.has(path));
  let failed = false;
  const lane = async () => {
    for (let file = missing.shift(); file && !failed; file = missing.shift()) {
      if (await removed()) return;
      if (await copied(file)) continue;
      const { content, headers } = await fetchFile(file);
      await shelf.put(file, content, headers);
    }
  };
  const copied = async (file: BookFile) => {
    for (const other of others) if (await shelf.copyFrom(other, file)) return true;
    return false;
  };
  const lanes = Array.from({ length: LANES }, () =>
    lane().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(lanes);
  const end = ends.find(({ status }) => status === "rejected");
  if (end?.status === "rejected") throw end.reason;
}

/** Whether a failure means that the browser has no more room. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}
