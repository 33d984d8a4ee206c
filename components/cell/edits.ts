import { openStore, type Store } from "#src/notebook/store.ts";

/** What is kept of a reader's work on one cell. */
export interface Edits {
  /** The reader's text, when it differs from the author's. */
  readonly source?: string;
  /** The text that Reset put away, for its undo. */
  readonly before?: string;
  /** A run of the cell began and never ended: the page was closed, or the browser died. */
  readonly unfinished?: boolean;
}

/** The saved work on one cell of a chapter. */
export function openEdits(chapter: string, cell: string): Store<Edits> {
  return openStore({ key: `downhill:cell:${chapter}:${cell}`, version: 1, validate });
}

/** The edits without what says nothing; `undefined` when nothing is left to keep. */
export function compact(
  { source, before, unfinished }: Edits,
  original: string,
): Edits | undefined {
  const kept: Edits = {
    ...(source === undefined || source === original ? {} : { source }),
    ...(before === undefined || before === original ? {} : { before }),
    ...(unfinished ? { unfinished } : {}),
  };
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function validate(data: unknown): Edits | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { source, before, unfinished } = data as Record<string, unknown>;
  const text = (value: unknown) => value === undefined || typeof value === "string";
  if (!text(source) || !text(before)) return undefined;
  if (unfinished !== undefined && typeof unfinished !== "boolean") return undefined;
  return data as Edits;
}
