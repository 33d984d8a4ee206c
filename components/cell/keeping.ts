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
  readonly history: CellHistory;
  /** The work has been saved, or could not be. */
  readonly onSaved: (problem: string | undefined) => void;
}

/** What a page found of a reader's work on a cell. */
export interface Found {
  readonly edits: Edits;
  /** What could not be read, in words. */
  readonly unreadable: readonly string[];
}

/** A reader's work on a cell, saved as it goes on; its texts are put into the history beside it. */
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
  const { chapter, cell, original, history, onSaved } = options;
  let edits: Edits = {};
  let saving: ReturnType<typeof setTimeout> | undefined;
  let problem: string | undefined;
  const store: Store<Edits> = openEdits(chapter, cell, (before) => {
    history.keepUndated(before);
    // Saved in the new form, so that this happens once.
    keep({}, "soon");
  });

  function keep(change: Edits, when: "now" | "soon" | "later" = "now") {
    edits = { ...edits, ...change };
    if (when === "later") return;
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_DELAY);
    if (when === "now") save();
  }

  function save() {
    if (saving === undefined) return;
    clearTimeout(saving);
    saving = undefined;
    problem = history.makeRoomFor(() => store.write(compact(edits, original)));
    onSaved(problem);
  }

  return {
    find() {
      const damaged = history.problem();
      const { value = {}, problem: unread, raw } = store.read();
      edits = value;
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
