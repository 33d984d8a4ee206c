import { say } from "#src/language/say.ts";
import { inBook } from "./addresses.ts";
import { type Answer, answering } from "./answer.ts";
import { type BookFile, type Edition, fileAt, revisionOf } from "./edition.ts";
import { EditionGone, fetcher } from "./fetch-file.ts";
import { fill, isFull } from "./fill.ts";
import type { Standing } from "./messages.ts";
import { recordIn } from "./record.ts";
import { shelvesIn, totalSize } from "./shelf.ts";
import type { WorkerScope } from "./worker-scope.ts";

const FULL = say(
  "This browser has no room for more of the book. Free some space on the device, or remove the copy; your work is kept apart from it.",
);
const STOPPED = say(
  "The network, or the site, went away before all was here. It goes on from there when a page is opened next.",
);
const GONE = say(
  "There is a new edition of the book; it is fetched instead of the rest of this one.",
);

/** What the worker of one edition does. */
export interface Keeper {
  /** Gets ready to take over from the edition before: what that kept, this keeps. */
  install(): Promise<void>;
  /** Takes over. Pages that are open stay of the edition that they were opened with. */
  activate(): Promise<void>;
  /** Keeps the files at these addresses, and all others if `all`. */
  keep(visited: readonly string[], all: boolean): Promise<void>;
  standing(): Promise<Standing>;
  readonly answer: Answer;
  /** Ends when all that came for pages has been kept. */
  settled(): Promise<unknown>;
}

/** Keeps one edition of the book in the caches of the browser, and serves it from there. */
export function keeper(scope: WorkerScope, edition: Edition): Keeper {
  const { caches, clients } = scope;
  const root = scope.registration.scope;
  const shelves = shelvesIn(caches, root);
  const record = recordIn(caches, root);
  // Called with another `this` the browser's own refuses.
  const fetch: typeof globalThis.fetch = (...asked) => scope.fetch(...asked);
  const fetchFile = fetcher(root, edition.id, fetch);
  const files = new Map(edition.files.map((file) => [file.path, file]));
  let filling: Promise<void> | undefined;
  let arriving: Promise<unknown> = Promise.resolve();
  let problem: string | undefined;

  const filesOf = (paths: Iterable<string>) => [...paths].flatMap((path) => files.get(path) ?? []);
  const own = () => shelves.of(edition.id);
  /** Nobody needs more of an edition that was removed, or that a newer one waits to replace. */
  let serves = false;
  const removed = async () =>
    (serves && Boolean(scope.registration.waiting)) ||
    (await shelves.existing(edition.id)) === undefined;

  /** Puts files on the shelf; one such work waits for another. */
  async function keepFiles(wanted: readonly BookFile[]): Promise<void> {
    const ids = (await shelves.editions()).filter((id) => id !== edition.id);
    const others = await Promise.all(ids.map(shelves.of));
    const run = (filling ?? Promise.resolve())
      .catch(() => {})
      .then(async () => fill({ shelf: await own(), files: wanted, others, fetchFile, removed }));
    filling = run;
    try {
      await run;
    } finally {
      if (filling === run) filling = undefined;
    }
  }

  /** A file that came for a page is kept, if it is of this edition. */
  async function keepArrived(file: BookFile, response: Response): Promise<void> {
    const content = new Uint8Array(await response.arrayBuffer());
    if ((await revisionOf(content)) === file.revision)
      await (await shelves.existing(edition.id))?.put(file, content, response.headers);
  }

  /** Removes what is kept of these editions, unless a page of theirs is still open. */
  async function sweep(editions: readonly string[]): Promise<void> {
    const { pages } = await record.read();
    const ended = new Set<string>();
    for (const id of Object.keys(pages)) if (!(await clients.get(id))) ended.add(id);
    const left = await record.change((before) => ({
      ...before,
      pages: Object.fromEntries(Object.entries(before.pages).filter(([id]) => !ended.has(id))),
    }));
    const inUse = new Set([edition.id, ...Object.values(left.pages)]);
    for (const id of editions) if (!inUse.has(id)) await shelves.remove(id);
  }

  return {
    answer: answering({
      edition,
      root,
      shelves,
      fetch,
      editionOf: async (client) => (await record.read()).pages[client],
      onFetched(file, response) {
        // A browser without room shows the page all the same.
        arriving = Promise.all([arriving, keepArrived(file, response).catch(() => {})]);
      },
    }),
    settled: () => arriving,

    async install() {
      const { edition: before, extent } = await record.read();
      const held = before === undefined ? [] : await (await shelves.of(before)).held();
      const all = before !== undefined && extent === "all";
      try {
        await keepFiles([...filesOf(edition.first), ...(all ? edition.files : filesOf(held))]);
      } catch (error) {
        // Two editions may be too much for a browser; this one then comes as it is visited.
        if (!isFull(error)) throw error;
      }
    },

    async activate() {
      const open = await clients.matchAll({ type: "all" });
      await record.change(({ edition: before, pages, ...rest }) => ({
        ...rest,
        edition: edition.id,
        pages: Object.fromEntries(
          open.flatMap(({ id }) => {
            const of = pages[id] ?? before;
            return of === undefined || of === edition.id ? [] : [[id, of]];
          }),
        ),
      }));
      await sweep(await shelves.editions());
      await clients.claim();
    },

    async keep(visited, all) {
      serves = true;
      const { pages } = await record.change((before) => ({
        ...before,
        extent: all ? "all" : before.extent,
      }));
      await sweep(Object.values(pages));
      const addresses = visited.flatMap((url) => inBook(url, root) ?? []);
      try {
        await keepFiles([
          ...filesOf([...edition.first, ...addresses.map(fileAt)]),
          ...(all ? edition.files : []),
        ]);
        problem = undefined;
      } catch (error) {
        problem = isFull(error) ? FULL : error instanceof EditionGone ? GONE : STOPPED;
      }
    },

    async standing() {
      const held = (await (await shelves.existing(edition.id))?.held()) ?? new Set<string>();
      const { pages } = await record.read();
      return {
        files: held.size,
        bytes: totalSize(edition, held),
        ofFiles: edition.files.length,
        ofBytes: totalSize(edition),
        earlier: new Set(Object.values(pages)).size,
        busy: filling !== undefined,
        ...(problem !== undefined && { problem }),
      };
    },
  };
}
