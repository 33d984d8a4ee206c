import { leaveGuard } from "#components/shell/leave-guard.ts";
import { openProgress, type Progress, untouched } from "#src/grading/progress.ts";
import {
  answersOf,
  hasAllBeside,
  isSameProgress,
  uniteBeside,
  uniteProgress,
} from "#src/grading/unite-progress.ts";
import type { KeyValueStorage } from "#src/notebook/store.ts";

/** Pause after the last change before the work is saved, in milliseconds. */
const SAVE_DELAY = 400;

export interface KeepingOptions {
  readonly chapter: string;
  readonly exercise: string;
  /** The author's code to begin with, where there is some. */
  readonly starter: string | undefined;
  /** Where it is kept; the browser's own storage where none is given. */
  readonly storage?: KeyValueStorage | undefined;
  /** The work has changed here. */
  readonly onChange?: () => void;
  /** The work could not be saved, for the reason given in words; nothing when it could. */
  readonly onSaved: (problem: string | undefined) => void;
  /** Another tab has saved other work; `answer` when the answer in the fields has to follow. */
  readonly onFollow: (progress: Progress, answer: boolean) => void;
}

/** A learner's work on one exercise, saved as it goes on, and united with that of other tabs. */
export interface Keeping {
  /** Reads what was saved last time; what could not be read is said in words. */
  find(): { readonly progress: Progress; readonly unreadable?: string };
  progress(): Progress;
  /** Changes the work, and saves it soon. */
  keep(change: Partial<Progress>): void;
  /** Takes other work in its place, and saves it at once. */
  put(progress: Progress): void;
  /** Saves at once what waits to be saved. */
  save(): void;
  /** Saves at once, and takes no part from then on. */
  end(): void;
}

export function exerciseKeeping({
  chapter,
  exercise,
  starter,
  storage,
  onSaved,
  onFollow,
  onChange,
}: KeepingOptions): Keeping {
  const store = openProgress(chapter, exercise, storage);
  let progress: Progress = untouched;
  /** The work as it was last read or saved. */
  let synced: Progress = untouched;
  const guardLeaving = leaveGuard();
  let saving: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  store.onSavedElsewhere((_, knewOurs) => ended || follow(knewOurs));
  // A tab that was put to sleep has heard nothing meanwhile.
  const wake = () => !ended && store.changedElsewhere() && follow(false);
  document.addEventListener("visibilitychange", () => !document.hidden && wake());
  window.addEventListener("pageshow", ({ persisted }) => persisted && wake());

  /** The work with a note of the author's code that the learner's was made from. */
  function noted(work: Progress): Progress {
    const { base, ...rest } = work;
    if (starter === undefined || rest.answer === undefined || rest.answer === starter) return rest;
    return { ...rest, base: base ?? starter };
  }

  /** Whether the answer in the fields is another one than was last read or saved. */
  function isAnswerNew(): boolean {
    const { answer, variant = "" } = progress;
    return JSON.stringify(answer) !== JSON.stringify(answersOf(synced)[variant]);
  }

  /** Takes in what another tab has saved. An answer that is not saved here stays. */
  function follow(knewOurs: boolean) {
    const { value: theirs, problem } = store.read();
    if (problem !== undefined || theirs === undefined) return;
    const beside = theirs.variant !== progress.variant;
    const stays = beside || isAnswerNew();
    const { answer: _, failure: __, ...rest } = progress;
    const asSaved = isSameProgress(progress, synced);
    if (beside) progress = uniteBeside(progress, theirs, synced);
    else if (asSaved && knewOurs && !stays) progress = theirs;
    else if (stays) progress = uniteProgress(progress, theirs);
    else progress = uniteProgress(theirs, knewOurs ? rest : progress);
    synced = theirs;
    onFollow(progress, !stays);
    // What both have now is saved, once: the other tab then has nothing to add.
    const known = beside ? hasAllBeside(theirs, progress) : isSameProgress(progress, theirs);
    if (!known) soon();
  }

  function soon() {
    if (ended) return;
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_DELAY);
  }

  function save() {
    if (saving === undefined) return;
    clearTimeout(saving);
    saving = undefined;
    if (store.changedElsewhere()) follow(false);
    clearTimeout(saving);
    saving = undefined;
    const problem = store.write(progress);
    if (problem === undefined) synced = progress;
    guardLeaving(problem !== undefined);
    onSaved(problem);
  }

  return {
    find() {
      const { value = untouched, problem, raw } = store.read();
      progress = noted(value);
      synced = value;
      // From now on it can be told when the author changes the code.
      if (progress.base !== value.base) soon();
      // Storage that is denied is said when there is something to save.
      return { progress, ...(problem && raw !== undefined && { unreadable: problem }) };
    },
    progress: () => progress,
    keep(change) {
      progress = noted({ ...progress, ...change });
      onChange?.();
      soon();
    },
    put(next) {
      progress = noted(next);
      onChange?.();
      soon();
      save();
    },
    save,
    end() {
      save();
      guardLeaving(false);
      ended = true;
    },
  };
}
