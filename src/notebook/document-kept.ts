import type { Notebook, NotebookPart } from "./document.ts";
import { readNotebook, readPart } from "./document-read.ts";

/** A notebook as this browser keeps it: with what was deleted from it. Times are in milliseconds since 1970. */
export interface KeptNotebook extends Notebook {
  readonly made: number;
  readonly changed: number;
  /** What was deleted, the latest last. */
  readonly bin: readonly BinnedPart[];
  /** When the whole notebook was deleted; absent while it was not. */
  readonly deleted?: number;
}

/** A deleted piece: the text of a cell that was edited is with the cell's own saved work. */
export interface BinnedPart {
  readonly part: NotebookPart;
  /** Which piece it stood after; `null` when it stood first. */
  readonly after: string | null;
  readonly at: number;
}

/** A notebook that begins now. */
export function newlyKept({ title, parts }: Notebook, now: number): KeptNotebook {
  return { title, parts, made: now, changed: now, bin: [] };
}

/** The kept notebook when the data is one, `undefined` when it is not. */
export function readKept(data: unknown): KeptNotebook | undefined {
  const read = readNotebook(data);
  if ("problem" in read) return undefined;
  const { made, changed, bin, deleted } = data as Record<string, unknown>;
  if (typeof made !== "number" || typeof changed !== "number") return undefined;
  return {
    ...read.notebook,
    made,
    changed,
    bin: Array.isArray(bin) ? bin.flatMap(readBinned) : [],
    ...(typeof deleted === "number" && { deleted }),
  };
}

function readBinned(data: unknown): readonly BinnedPart[] {
  if (typeof data !== "object" || data === null) return [];
  const { part, after, at } = data as Record<string, unknown>;
  const read = readPart(part);
  if ("problem" in read || typeof at !== "number") return [];
  return [{ part: read.part, after: typeof after === "string" ? after : null, at }];
}
