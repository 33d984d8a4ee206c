import { say } from "#src/language/say.ts";
import type { Notebook } from "./document.ts";
import { changed, type NotebookChange } from "./document-change.ts";
import { type KeptNotebook, readKept } from "./document-kept.ts";
import { openStore, savedUnder } from "./store.ts";
import { noteKnown } from "./wiped.ts";

/** Where notebooks are kept: `downhill:notebook:<id>`. */
const PREFIX = "downhill:notebook:";

/** The key under which a notebook is kept. */
export const notebookKey = (id: string) => `${PREFIX}${id}`;

/** In the place of the chapter, for what is kept of the cells of a notebook. */
export const notebookScope = (id: string) => `notebook.${id}`;

/** A notebook that is open in this tab, and may be open in others. */
export interface NotebookStore {
  /** The notebook with all changes of this tab; `undefined` when there is none. */
  present(): KeptNotebook | undefined;
  /** Does something to the notebook as it is kept now. Returns the problem in words when it could not be saved. */
  change(change: NotebookChange): string | undefined;
  /** Takes up what another tab has saved. */
  refresh(): void;
  /** What stands in the way of reading or saving, in words. */
  problem(): string | undefined;
}

export interface NotebookStoreOptions {
  /** Saves, and may give up things less dear when the storage is full. Defaults to saving. */
  readonly makeRoomFor?: (write: () => string | undefined) => string | undefined;
  /** Defaults to the browser's `localStorage`. */
  readonly storage?: Storage;
  /** The time in milliseconds since 1970; defaults to the clock. */
  readonly now?: () => number;
}

/**
 * The notebook of an id. Every change is done to what is kept at that moment, so that what other
 * tabs did stays; changes that could not be saved wait, and are saved with the next that can.
 */
export function openNotebook(id: string, options: NotebookStoreOptions = {}): NotebookStore {
  const { makeRoomFor = (write) => write(), storage, now = Date.now } = options;
  const store = openStore({
    key: notebookKey(id),
    version: 1,
    validate: readKept,
    name: say("notebook"),
    otherwise: say("the cells' own texts are not affected"),
    ...(storage && { storage }),
  });
  const found = store.read();
  let saved = found.value;
  let waiting: readonly { readonly change: NotebookChange; readonly at: number }[] = [];
  let problem = found.problem;

  function present() {
    return (
      saved &&
      waiting.reduce<KeptNotebook>((kept, { change, at }) => changed(kept, change, at), saved)
    );
  }

  function refresh() {
    const { value } = store.read();
    // Wiped while the page is open: the notebook goes on from what the page has.
    if (value) saved = value;
  }

  return {
    present,
    refresh,
    problem: () => problem,
    change(change) {
      refresh();
      waiting = [...waiting, { change, at: now() }];
      const next = present();
      if (!next) return say("This notebook is not in this browser.");
      problem = makeRoomFor(() => store.write(next));
      if (problem === undefined) {
        saved = next;
        waiting = [];
      }
      return problem;
    },
  };
}

/** Keeps a new notebook. Returns the problem in words when it could not. */
export function keepNotebook(
  id: string,
  kept: KeptNotebook,
  storage?: Storage,
): string | undefined {
  return openStore({
    key: notebookKey(id),
    version: 1,
    validate: readKept,
    ...(storage && { storage }),
  }).write(kept);
}

/** A notebook in the list of all. */
export interface ListedNotebook {
  readonly id: string;
  readonly kept: KeptNotebook;
}

/** All notebooks of this browser, the latest changed first, also the deleted; and what could not be read. */
export function listNotebooks(storage: Storage): {
  readonly notebooks: readonly ListedNotebook[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const notebooks = savedUnder(PREFIX, keysOf(storage)).flatMap((id) => {
    const opened = openNotebook(id, { storage });
    const kept = opened.present();
    const problem = opened.problem();
    if (problem !== undefined) problems.push(problem);
    return kept ? [{ id, kept }] : [];
  });
  return { notebooks: notebooks.sort((a, b) => b.kept.changed - a.kept.changed), problems };
}

/** Removes a notebook and all that is kept of its cells: it cannot be brought back. */
export function forgetNotebook(id: string, storage: Storage): void {
  const cells = `downhill:cell:${notebookScope(id)}:`;
  for (const key of keysOf(storage)) {
    if (key !== notebookKey(id) && !key.startsWith(cells)) continue;
    storage.removeItem(key);
    noteKnown(storage, key, null);
  }
}

/**
 * The notebook as it stands, with the reader's texts of its cells.
 * @param textOf gives the edited text of a cell, `undefined` where it was not edited.
 */
export function withTexts(
  { title, parts }: Notebook,
  textOf: (id: string) => string | undefined,
): Notebook {
  return {
    title,
    parts: parts.map((part) =>
      part.kind === "code" ? { ...part, text: textOf(part.id) ?? part.text } : part,
    ),
  };
}

function keysOf(storage: Storage): readonly string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
}
