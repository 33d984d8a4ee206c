import { askQuietlyToLast } from "#components/shell/lasting.ts";
import { leaveGuard } from "#components/shell/leave-guard.ts";
import type { Store } from "#src/notebook/store.ts";
import { compact, type Edits, openEdits } from "./edits.ts";
import type { CellHistory } from "./history.ts";

/** Pause after the last key before the text is saved, in milliseconds. */
const SAVE_DELAY = 400;

export interface KeepingOptions {
  readonly chapter: string;
  readonly cell: string;
  /** The author's text. */
  readonly original: string;
  /** The text as it stands now. */
  readonly present: () => string;
  readonly history: CellHistory;
  /** The work has been saved, or could not be. */
  readonly onSaved: (problem: string | undefined) => void;
  /** Another tab has saved other work, and there is none here that is not saved. */
  readonly onFollow: (edits: Edits) => void;
}

/** What a page found of a reader's work on a cell. */
export interface Found {
  readonly edits: Edits;
  /** What could not be read, in words. */
  readonly unreadable: readonly string[];
}

/**
 * A reader's work on a cell, saved as it goes on. What another tab saves meanwhile is taken over where
 * all is saved here; a text that gives way to another is put into the history.
 */
export interface Keeping {
  /** Reads what was saved last time. */
  find(): Found;
  /** The work as it stands. */
  edits(): Edits;
  /**
   * Changes the work and saves it: at once, or after a pause where more is to come at every key, or
   * with whatever is saved next. Default: at once.
   */
  keep(change: Edits, when?: "now" | "soon" | "later"): void;
  /** Saves at once what waits to be saved. */
  save(): void;
  /** What stands in the way of saving, in words. */
  problem(): string | undefined;
}

export function cellKeeping(options: KeepingOptions): Keeping {
  const { chapter, cell, original, present, history, onSaved, onFollow } = options;
  let edits: Edits = {};
  /** The work as it was last read or saved. */
  let synced: Edits = {};
  let saving: ReturnType<typeof setTimeout> | undefined;
  let problem: string | undefined;
  const guardLeaving = leaveGuard();
  const store: Store<Edits> = openEdits(
    chapter,
    cell,
    (before) => {
      history.keepUndated(before);
      // Saved in the new form, so that this happens once.
      keep({}, "soon");
    },
    keepTheirs,
  );
  store.onSavedElsewhere(follow);
  // A tab that was put to sleep has heard nothing meanwhile.
  const wake = () => store.changedElsewhere() && follow({}, false);
  document.addEventListener("visibilitychange", () => !document.hidden && wake());
  window.addEventListener("pageshow", ({ persisted }) => persisted && wake());

  function keep(change: Edits, when: "now" | "soon" | "later" = "now") {
    const { base, ...rest } = { ...edits, ...change };
    // Who has begun anew has the author's present text before them.
    edits = rest.source === original || base === undefined ? rest : { ...rest, base };
    if (when === "later") return;
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_DELAY);
    if (when === "now") save();
  }

  function save() {
    if (saving === undefined) return;
    clearTimeout(saving);
    saving = undefined;
    if (!textChanged() && store.changedElsewhere()) follow({}, false);
    problem = history.makeRoomFor(() => store.write(compact(edits, original)));
    if (problem === undefined) synced = edits;
    guardLeaving(problem !== undefined && edits.source !== undefined);
    if (problem === undefined && edits.source !== undefined) askQuietlyToLast();
    onSaved(problem);
  }

  const textOf = ({ source = original }: Edits) => source;
  const textChanged = () => textOf(edits) !== textOf(synced);

  /** What has changed here since it was last read or saved, texts aside. */
  function changedHere(): Pick<Edits, "settings" | "unfinished"> {
    const { settings = [], unfinished = false } = edits;
    const isNew = JSON.stringify(settings) !== JSON.stringify(synced.settings ?? []);
    return {
      ...(isNew && { settings }),
      ...(unfinished !== (synced.unfinished ?? false) && { unfinished }),
    };
  }

  function keepTheirs({ source, before }: Edits) {
    for (const text of [before, source])
      if (text !== undefined && text !== present()) history.keep(text);
  }

  function follow(theirs: Edits = {}, knewOurs: boolean) {
    // A text that is not saved here stays, and is saved over theirs.
    if (textChanged()) return keepTheirs(theirs);
    history.left();
    if (!knewOurs) history.keep(present());
    const { value = {}, problem: unread } = store.read();
    if (unread !== undefined) return;
    if (theirs.source !== value.source) keepTheirs(theirs);
    const { settings, unfinished, ...texts } = { ...value, ...changedHere() };
    edits = { ...texts, ...(settings && { settings }), ...(unfinished && { unfinished }) };
    synced = value;
    onFollow(edits);
    history.takeIn();
  }

  return {
    find() {
      const damaged = history.problem();
      const { value = {}, problem: unread, raw } = store.read();
      edits = value;
      synced = value;
      // From now on it can be told when the author changes the text.
      if (value.source !== undefined && value.base === undefined) keep({ base: original }, "soon");
      if (value.source !== undefined) history.keepUndated(value.source);
      // Storage that is denied is said when there is something to save.
      const unreadable = [raw === undefined ? undefined : unread, damaged];
      return { edits, unreadable: unreadable.filter((one) => one !== undefined) };
    },
    edits: () => edits,
    keep,
    save,
    problem: () => problem,
  };
}
