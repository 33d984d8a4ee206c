import { say } from "#src/language/say.ts";
import type { ControlValue } from "#src/notebook/control.ts";
import { openStore, type Store } from "#src/notebook/store.ts";

/** What is kept of a reader's work on one cell; its earlier versions are kept beside it. */
export interface Edits {
  /** The reader's text, when it differs from the author's. */
  readonly source?: string;
  /** The author's text from which the reader's was made; not known of old saves. */
  readonly base?: string;
  /** The text that Reset put away, for its undo. */
  readonly before?: string;
  /** A run of the cell began and never ended: the page was closed, or the browser died. */
  readonly unfinished?: boolean;
  /** What the reader has set the controls to, in their order; `null` where one is as it came. */
  readonly settings?: readonly (Setting | null)[];
}

export interface Setting {
  /** That of the control, so that a control which takes another's place does not take its value. */
  readonly label: string;
  readonly value: ControlValue;
}

/**
 * The saved work on one cell of a chapter.
 * @param onForeign hears of what another tab has saved meanwhile, which is about to be saved over.
 * @param onLifted hears of the text that Reset had put away in a save of format 1, whose earlier
 *   versions nobody kept.
 */
export function openEdits(
  chapter: string,
  cell: string,
  onLifted: (before: string) => void,
  onForeign: (theirs: Edits) => void = () => {},
): Store<Edits> {
  return openStore({
    key: `downhill:cell:${chapter}:${cell}`,
    version: 2,
    validate,
    migrate(data) {
      const edits = validate(data);
      if (edits?.before !== undefined) onLifted(edits.before);
      return edits;
    },
    reconcile(theirs = {}, ours) {
      onForeign(theirs);
      return ours;
    },
  });
}

/** The edits without what says nothing; `undefined` when nothing is left to keep. */
export function compact(
  { source, base, before, unfinished, settings }: Edits,
  original: string,
): Edits | undefined {
  const kept: Edits = {
    ...(source === undefined || source === original ? {} : { source, base: base ?? original }),
    ...(before === undefined || before === original ? {} : { before }),
    ...(unfinished ? { unfinished } : {}),
    ...(settings?.some((setting) => setting !== null) ? { settings } : {}),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** In words what a reader finds of last time, or `undefined` when that is nothing. */
export function foundInWords({ source, unfinished, settings }: Edits): string | undefined {
  if (unfinished) return say("The last run of this cell never ended, so nothing was run again");
  if (source !== undefined && settings !== undefined)
    return say("Your text and settings of last time, not yet run");
  if (source !== undefined) return say("Your text of last time, not yet run");
  return settings && say("Your settings of last time, not yet run");
}

function validate(data: unknown): Edits | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { settings, ...edits } = data as Record<string, unknown>;
  const { source, base, before, unfinished } = edits;
  const text = (value: unknown) => value === undefined || typeof value === "string";
  if (!text(source) || !text(base) || !text(before)) return undefined;
  if (unfinished !== undefined && typeof unfinished !== "boolean") return undefined;
  // The text is not to be lost for a damaged setting.
  return Array.isArray(settings) && settings.every(isSetting) ? { ...edits, settings } : edits;
}

/** Whether the value suits its control is asked when the two meet. */
function isSetting(data: unknown): data is Setting | null {
  if (data === null) return true;
  return typeof data === "object" && "label" in data && typeof data.label === "string";
}
