/** How much of the book is to be kept: all of it, or what has been visited. */
export type Extent = "all" | "visited";

/** What a worker has to remember when the browser puts it to sleep, and across editions. */
export interface Record {
  /** The edition that pages are served from. */
  readonly edition?: string;
  readonly extent: Extent;
  /** Of which edition an open page is, by the id of the page, where it is not the present one. */
  readonly pages: { readonly [client: string]: string };
}

export const NOTHING: Record = { extent: "visited", pages: {} };

/** Reads and changes the record; changes wait for each other. */
export interface RecordBook {
  /** As this worker knows it, which is how it is while this worker is the one that serves. */
  read(): Promise<Record>;
  /** Changes what is kept now, whoever has kept it. */
  change(to: (before: Record) => Record): Promise<Record>;
}

/** Name of the cache that holds the record of the book at this address. */
export function recordName(root: string): string {
  return `downhill-book-record:${new URL(root).pathname}`;
}

/**
 * The record in a cache of its own, since a worker has no other storage that is as simple.
 * @param root address of the book, with a slash at its end
 */
export function recordIn(caches: CacheStorage, root: string): RecordBook {
  const key = `${root}record`;
  let last: Promise<unknown> = Promise.resolve();
  let known: Record | undefined;
  const kept = async (): Promise<Record> => {
    const found = await (await caches.open(recordName(root))).match(key);
    return found ? ((await found.json()) as Record) : NOTHING;
  };
  return {
    async read() {
      known ??= await kept();
      return known;
    },
    change(to) {
      const next = last.then(async () => {
        const after = to(await kept());
        known = after;
        await (await caches.open(recordName(root))).put(key, Response.json(after));
        return after;
      });
      last = next.catch(() => {});
      return next;
    },
  };
}
