import type { KeyValueStorage } from "./store.ts";

/** Under this key stands a word drawn by chance when the book first saves something. */
export const MARK = "downhill:kept";

/** What a page knows of a storage. */
interface Memory {
  /** The word under MARK; unknown before the first save. */
  mark: string | undefined;
  /** What the page has last read or saved, by key. */
  readonly known: Map<string, string>;
}

const memories = new WeakMap<KeyValueStorage, Memory>();

/** Notes what stands under a key, as a page has read or saved it; `null` when nothing does. */
export function noteKnown(storage: KeyValueStorage, key: string, raw: string | null): void {
  const { known } = memoryOf(storage);
  if (raw === null) known.delete(key);
  else known.set(key, raw);
}

/**
 * When a storage was emptied under the open page (the reader has cleared the site's data, or the
 * browser has made room), everything that the page knows is saved again. That the mark of the book
 * is gone, or is another one, tells this from work that another tab has forgotten.
 */
export function saveAgainIfWiped(storage: KeyValueStorage): void {
  const memory = memoryOf(storage);
  const mark = storage.getItem(MARK) ?? undefined;
  const wiped = memory.mark !== undefined && memory.mark !== mark;
  memory.mark = mark;
  if (!wiped) return;
  markStorage(storage);
  for (const [key, raw] of memory.known)
    if (storage.getItem(key) === null) tryToSave(storage, key, raw);
}

/** Marks a storage in which the book is about to save something. */
export function markStorage(storage: KeyValueStorage): void {
  const memory = memoryOf(storage);
  if (memory.mark !== undefined) return;
  const mark = `${Date.now().toString(36)}.${Math.random().toString(36).slice(2, 8)}`;
  if (tryToSave(storage, MARK, mark)) memory.mark = mark;
}

function memoryOf(storage: KeyValueStorage): Memory {
  const memory = memories.get(storage) ?? { mark: undefined, known: new Map() };
  memories.set(storage, memory);
  return memory;
}

/** Where there is no room the save that comes next says so. */
function tryToSave(storage: KeyValueStorage, key: string, raw: string): boolean {
  try {
    storage.setItem(key, raw);
    return true;
  } catch {
    return false;
  }
}
