import { say } from "#src/language/say.ts";
import {
  halve,
  readVersions,
  uniteVersions,
  type Version,
  withVersion,
} from "#src/notebook/history.ts";
import { openStore, storageFull } from "#src/notebook/store.ts";

/** The earlier versions of one cell: all of them while the page is open, and what fits in the storage. */
export interface HistoryStore {
  /** Oldest first. */
  versions(): readonly Version[];
  /** What stands in the way of keeping them, in words. */
  problem(): string | undefined;
  keep(version: Version): void;
  /** Takes in what other tabs have kept since. */
  refresh(): void;
  forget(): void;
  /**
   * Saves something dearer than earlier versions: when the storage is full, the versions of this
   * cell are given up for it, the better half last, and then those of other cells. When even that
   * does not make room enough, they are all put back.
   * @param write returns the problem in words, as that of a store does.
   */
  makeRoomFor(write: () => string | undefined): string | undefined;
}

export function openHistory(chapter: string, cell: string): HistoryStore {
  const key = historyKey(chapter, cell);
  const store = openStore({
    key,
    version: 1,
    validate: readVersions,
    name: say("history of this cell"),
    otherwise: say("the text of the cell is not affected"),
    reconcile: (theirs = [], ours) => (ours === undefined ? ours : uniteVersions(theirs, ours)),
  });
  const found = store.read();
  let versions = found.value ?? [];
  // Storage that is denied is said when there is something to save.
  let problem = found.raw === undefined ? undefined : found.problem;
  let complete = found.problem === undefined;

  function refresh() {
    if (!complete) return;
    const { value, problem: unreadable } = store.read();
    if (unreadable === undefined) versions = value ?? [];
  }

  function save() {
    let part = versions;
    let refused = store.write(part.length > 0 ? part : undefined);
    while (refused === storageFull && part.length > 0) {
      part = halve(part);
      refused = store.write(part.length > 0 ? part : undefined);
    }
    complete = part === versions && refused === undefined;
    problem = complete ? undefined : (refused ?? (part.length > 0 ? olderLost : allLost));
  }

  return {
    versions: () => versions,
    problem: () => problem,
    refresh,
    keep(version) {
      refresh();
      const more = withVersion(versions, version);
      if (more === versions) return;
      versions = more;
      save();
    },
    forget() {
      versions = [];
      save();
    },
    makeRoomFor(write) {
      let refused = write();
      const before = refused === storageFull ? localStorage.getItem(key) : null;
      const taken: [string, string][] = before === null ? [] : [[key, before]];
      let part = before === null ? [] : (store.read().value ?? []);
      while (refused === storageFull && part.length > 0) {
        part = halve(part);
        store.write(part.length > 0 ? part : undefined);
        refused = write();
      }
      for (const other of refused === storageFull ? otherHistories(key) : []) {
        localStorage.removeItem(other[0]);
        taken.push(other);
        refused = write();
        if (refused !== storageFull) break;
      }
      if (refused === storageFull) putBack(taken);
      else if (taken.length > 0) {
        complete &&= before === null;
        problem = taken.at(-1)?.[0] === key ? (part.length > 0 ? olderLost : allLost) : othersLost;
      }
      return refused;
    },
  };
}

const historyKey = (chapter: string, cell: string) => `downhill:cell:${chapter}:${cell}:versions`;

const olderLost = say(
  "This browser’s storage is full: older versions of this cell are gone when you leave the page, so copy what you need",
);

const allLost = say(
  "This browser’s storage is full: earlier versions of this cell are gone when you leave the page, so copy what you need",
);

const othersLost = say(
  "This browser’s storage is full: earlier versions of other cells were given up to save this one",
);

/** The saved histories of other cells, the longest first. */
function otherHistories(own: string): readonly [string, string][] {
  return Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "")
    .filter((key) => /^downhill:cell:.*:versions$/.test(key) && key !== own)
    .map((key): [string, string] => [key, localStorage.getItem(key) ?? ""])
    .sort(([, a], [, b]) => b.length - a.length);
}

function putBack(entries: readonly [string, string][]): void {
  try {
    for (const [key, raw] of entries) localStorage.setItem(key, raw);
  } catch {
    // Another tab has filled the room meanwhile.
  }
}
