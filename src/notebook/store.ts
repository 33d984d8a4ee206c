import { say } from "#src/language/say.ts";
import { markStorage, noteKnown, saveAgainIfWiped } from "./wiped.ts";

/** What `localStorage` offers of itself to us; tests pass a `Map` in its clothes. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export interface StoreOptions<T> {
  /** Where the value lives, for example `"downhill:cell:momentum:step"`. */
  readonly key: string;
  /** Shape of the value, counted up from 1 whenever the shape changes. */
  readonly version: number;
  /** Returns the value when the data has the right shape, `undefined` when it has not. */
  readonly validate: (data: unknown) => T | undefined;
  /** Lifts data of an older version to the present shape; without it an older save is set aside. */
  readonly migrate?: (data: unknown, from: number) => unknown;
  /** What the messages call it, after "your"; defaults to "work". */
  readonly name?: string;
  /** What the messages say of a save that was set aside; defaults to "the page starts from the original". */
  readonly otherwise?: string;
  /**
   * Makes one of two values when another tab has saved since this one last read or saved: `theirs`,
   * `undefined` where the other tab keeps nothing any more, and `ours`. Defaults to ours.
   */
  readonly reconcile?: (theirs: T | undefined, ours: T | undefined) => T | undefined;
  /** Defaults to the browser's `localStorage`, looked up at each call because it may be denied. */
  readonly storage?: KeyValueStorage;
}

/** What was found: nothing (`{}`), a value, or a problem in words together with the raw text. */
export interface Saved<T> {
  readonly value?: T;
  readonly problem?: string;
  readonly raw?: string;
}

export interface Store<T> {
  /** Reads the save. A save that cannot be read is set aside under `key + ".damaged.<n>"`, never lost. */
  read(): Saved<T>;
  /** Saves, or forgets when given `undefined`. Returns the problem in words when it could not. */
  write(value: T | undefined): string | undefined;
  /** Whether another tab has saved, or forgotten, since this one last read or saved. */
  changedElsewhere(): boolean;
  /**
   * Hears at once of what another tab saves under the key.
   * @param onSaved gets what the other tab saved, and whether it knew what this one saved last;
   *   nothing of it has been read yet.
   */
  onSavedElsewhere(onSaved: (theirs: T | undefined, knewOurs: boolean) => void): void;
}

/** What `write` returns when there is no room. */
export const storageFull = say(
  "Not saved: this browser’s storage is full. Copy your changes before you leave the page.",
);

/**
 * A reader's work under one key of the browser's storage.
 *
 * Saved as `{ "version": n, "value": … }`. Nothing here throws: storage can be full, denied or
 * edited by hand, and the book has to go on and say so.
 */
export function openStore<T>(options: StoreOptions<T>): Store<T> {
  const { key, version } = options;
  // Set when a damaged save could not be set aside: writing would destroy the only copy.
  let locked: string | undefined;
  /** The text that this tab has last found or put under the key; unknown before. */
  let last: string | null | undefined;

  const note = (storage: KeyValueStorage, raw: string | null) => {
    last = raw;
    noteKnown(storage, key, raw);
  };

  function read(): Saved<T> {
    const storage = reach(options.storage);
    if (typeof storage === "string") return { problem: storage };
    let raw: string | null;
    try {
      saveAgainIfWiped(storage);
      raw = storage.getItem(key);
    } catch (error) {
      return { problem: say("Saved work could not be read: {reason}.", { reason: reason(error) }) };
    }
    note(storage, raw);
    if (raw === null) return {};
    const found = decode(raw, options);
    if ("value" in found) return { value: found.value, raw };
    const kept = setAside(storage, key, raw);
    if (kept !== undefined) note(storage, null);
    locked =
      kept === undefined
        ? say("{problem} It is kept and not overwritten.", { problem: found.because })
        : undefined;
    return {
      raw,
      problem: kept
        ? say("{problem} Its text is kept in this browser under “{key}”; {outcome}.", {
            problem: found.because,
            key: kept,
            outcome: options.otherwise ?? say("the page starts from the original"),
          })
        : say(
            "{problem} There is no room to set it aside, so nothing new is saved over it; copy your changes before you leave.",
            { problem: found.because },
          ),
    };
  }

  function write(value: T | undefined): string | undefined {
    if (locked) return locked;
    const storage = reach(options.storage);
    if (typeof storage === "string") return storage;
    try {
      saveAgainIfWiped(storage);
      const one = reconciled(storage, value);
      const raw = one === undefined ? null : JSON.stringify({ version, value: one });
      if (raw === null) storage.removeItem(key);
      else {
        markStorage(storage);
        storage.setItem(key, raw);
      }
      note(storage, raw);
      return undefined;
    } catch (error) {
      return isQuota(error)
        ? storageFull
        : say("Not saved: {reason}. Copy your changes before you leave the page.", {
            reason: reason(error),
          });
    }
  }

  /** The value to save, in which what another tab has saved meanwhile is not lost. */
  function reconciled(storage: KeyValueStorage, ours: T | undefined): T | undefined {
    const raw = storage.getItem(key);
    if (last === undefined || raw === last) return ours;
    const found = raw === null ? { value: undefined } : decode(raw, options);
    if ("value" in found) return options.reconcile ? options.reconcile(found.value, ours) : ours;
    if (raw !== null) setAside(storage, key, raw);
    return ours;
  }

  function changedElsewhere(): boolean {
    const storage = reach(options.storage);
    try {
      return typeof storage !== "string" && storage.getItem(key) !== last;
    } catch {
      return false;
    }
  }

  function onSavedElsewhere(onSaved: (theirs: T | undefined, knewOurs: boolean) => void) {
    window.addEventListener("storage", (event) => {
      if (event.key !== key || event.newValue === last) return;
      const found =
        event.newValue === null ? { value: undefined } : decode(event.newValue, options);
      onSaved("value" in found ? found.value : undefined, event.oldValue === last);
    });
  }

  return { read, write, changedElsewhere, onSavedElsewhere };
}

function reach(given: KeyValueStorage | undefined): KeyValueStorage | string {
  if (given) return given;
  try {
    // Merely naming localStorage throws where cookies and site data are blocked.
    const found = globalThis.localStorage as KeyValueStorage | undefined;
    return found ?? say("Not saved: this browser offers no storage to the page.");
  } catch {
    return say(
      "Not saved: this browser does not let the page store anything (site data is blocked). Copy your changes before you leave the page.",
    );
  }
}

/** What follows the prefix in the keys of a storage, those of set-aside saves left out. */
export function savedUnder(prefix: string, keys: readonly string[]): readonly string[] {
  return keys
    .filter((key) => key.startsWith(prefix) && !key.includes(".damaged."))
    .map((key) => key.slice(prefix.length));
}

function decode<T>(
  raw: string,
  { version, validate, migrate, name = "work" }: StoreOptions<T>,
): { readonly value: T } | { readonly because: string } {
  const damaged = { because: say("Your saved {name} is damaged and cannot be read.", { name }) };
  let data: unknown;
  try {
    data = JSON.parse(raw);
  } catch {
    return damaged;
  }
  if (typeof data !== "object" || data === null || !("version" in data) || !("value" in data)) {
    return damaged;
  }
  const from = data.version;
  let value = data.value;
  if (from !== version) {
    if (typeof from !== "number" || from > version || !migrate) {
      return {
        because: say("Your {name} was saved by another edition (format {version}, here {own}).", {
          name,
          version: String(from),
          own: version,
        }),
      };
    }
    value = migrate(value, from);
  }
  const valid = validate(value);
  return valid === undefined ? damaged : { value: valid };
}

/** Moves the raw text to the first free `key.damaged.<n>`; the new name, or nothing when that failed. */
function setAside(storage: KeyValueStorage, key: string, raw: string): string | undefined {
  try {
    let n = 1;
    while (storage.getItem(`${key}.damaged.${n}`) !== null) n++;
    const name = `${key}.damaged.${n}`;
    // Removed first: in a full storage the second copy would not fit beside the first.
    storage.removeItem(key);
    try {
      storage.setItem(name, raw);
      return name;
    } catch {
      storage.setItem(key, raw);
      return undefined;
    }
  } catch {
    return undefined;
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}
