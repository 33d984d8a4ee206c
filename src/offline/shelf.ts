import type { BookFile, Edition } from "./edition.ts";

/** Header under which a kept file says its revision. */
const REVISION = "downhill-revision";
/** Headers that were true of the bytes on the way, and are not of those that are kept. */
const OF_THE_WAY = ["content-encoding", "content-length", "vary"];

/** Where the files of one edition are kept; what is on it is of that edition and no other. */
export interface Shelf {
  /** Paths of the files that are on it. */
  held(): Promise<ReadonlySet<string>>;
  find(path: string): Promise<Response | undefined>;
  put(file: BookFile, content: Uint8Array<ArrayBuffer>, headers: Headers): Promise<void>;
  /** Puts a file of another edition on it, if that has it in the same revision. */
  copyFrom(other: Shelf, file: BookFile): Promise<boolean>;
}

/** All that is kept of a book at one address. Other books of the same host have shelves of their own. */
export interface Shelves {
  of(edition: string): Promise<Shelf>;
  /** The shelf if there is one: a copy that was removed does not come back by being looked at. */
  existing(edition: string): Promise<Shelf | undefined>;
  /** The ids of all editions of which something is kept. */
  editions(): Promise<readonly string[]>;
  remove(edition: string): Promise<void>;
}

/**
 * The shelves in the caches of the browser.
 * @param root address of the book, with a slash at its end
 */
export function shelvesIn(caches: CacheStorage, root: string): Shelves {
  const prefix = shelfPrefix(root);
  const of = async (edition: string) => shelfIn(await caches.open(prefix + edition), root);
  return {
    of,
    existing: async (edition) => ((await caches.has(prefix + edition)) ? of(edition) : undefined),
    editions: async () =>
      (await caches.keys())
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length)),
    remove: async (edition) => void (await caches.delete(prefix + edition)),
  };
}

/** What the names of the caches of the book at this address begin with. */
export function shelfPrefix(root: string): string {
  return `downhill-book:${new URL(root).pathname}:`;
}

/** What is kept of an edition, of all its files or of some. */
export function totalSize({ files }: Edition, of?: ReadonlySet<string>): number {
  return files.reduce((sum, { path, size }) => (of && !of.has(path) ? sum : sum + size), 0);
}

function shelfIn(cache: Cache, root: string): Shelf {
  const find = (path: string) => cache.match(root + path);
  const put: Shelf["put"] = async (file, content, headers) => {
    const kept = new Headers(headers);
    for (const name of OF_THE_WAY) kept.delete(name);
    kept.set(REVISION, file.revision);
    await cache.put(root + file.path, new Response(content, { headers: kept }));
  };
  return {
    held: async () => new Set((await cache.keys()).map(({ url }) => url.slice(root.length))),
    find,
    put,
    async copyFrom(other, file) {
      const response = await other.find(file.path);
      if (response?.headers.get(REVISION) !== file.revision) return false;
      await cache.put(root + file.path, response);
      return true;
    },
  };
}
