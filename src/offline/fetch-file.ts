import { addressOf, type BookFile, NO_PAGE, revisionOf, WORKER_FILE } from "./edition.ts";

/** The host has another edition by now, so that no file of this one can be had from it. */
export class EditionGone extends Error {
  constructor(path: string) {
    super(`${path}: the host has another edition of the book by now`);
  }
}

/** Fetches a file of the edition, and is sure that it is of that edition. */
export type FetchFile = (file: BookFile) => Promise<Fetched>;

export interface Fetched {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
}

/**
 * How the files of an edition are fetched. Each is compared with its revision, so that neither the
 * page on which a network asks its guests to log in nor a file of another edition gets among them.
 *
 * @param root address of the book, with a slash at its end
 * @param edition id of the edition
 */
export function fetcher(root: string, edition: string, fetch: typeof globalThis.fetch): FetchFile {
  async function get(file: BookFile, cache: RequestCache) {
    const response = await fetch(root + addressOf(file.path), { cache, priority: "low" });
    // The page for no page may say so; all else has to be there.
    if (!response.ok && !(response.status === 404 && file.path === NO_PAGE))
      throw new Error(`${file.path}: the host answered ${response.status}`);
    const content = new Uint8Array(await response.arrayBuffer());
    return {
      content,
      headers: response.headers,
      same: (await revisionOf(content)) === file.revision,
    };
  }

  return async (file) => {
    // What the page has loaded lies in the browser's own cache.
    const found = await get(file, "default");
    if (found.same) return found;
    const fresh = await get(file, "no-cache");
    // A host may put something of its own into every page; that is fine while its edition is ours.
    if (fresh.same || (await hostHas(root, edition, fetch))) return fresh;
    throw new EditionGone(file.path);
  };
}

/** Whether what the host serves is still this edition. */
async function hostHas(
  root: string,
  edition: string,
  fetch: typeof globalThis.fetch,
): Promise<boolean> {
  const response = await fetch(root + WORKER_FILE, { cache: "no-store" });
  return response.ok && (await response.text()).includes(`"${edition}"`);
}
