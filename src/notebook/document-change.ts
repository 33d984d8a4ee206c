import type { NotebookPart } from "./document.ts";
import type { BinnedPart, KeptNotebook } from "./document-kept.ts";

/**
 * What a reader does to a notebook, as data: done to the notebook as it is kept at that moment, it
 * keeps what another tab has done meanwhile.
 */
export type NotebookChange =
  | { readonly kind: "add"; readonly part: NotebookPart; readonly after: string | null }
  | { readonly kind: "move"; readonly id: string; readonly by: -1 | 1 }
  | { readonly kind: "write"; readonly id: string; readonly text: string }
  | { readonly kind: "fold"; readonly id: string; readonly folded: boolean }
  | { readonly kind: "bin"; readonly id: string }
  | { readonly kind: "unbin"; readonly id: string }
  | { readonly kind: "entitle"; readonly title: string }
  | { readonly kind: "delete"; readonly deleted: boolean };

/**
 * The notebook after a change. A change of a piece that is not there leaves everything as it is; a
 * text written to a piece in the bin is kept there.
 * @param now milliseconds since 1970
 */
export function changed(kept: KeptNotebook, change: NotebookChange, now: number): KeptNotebook {
  const after = apply(kept, change, now);
  return after === kept ? kept : { ...after, changed: now };
}

function apply(kept: KeptNotebook, change: NotebookChange, now: number): KeptNotebook {
  const { parts, bin } = kept;
  switch (change.kind) {
    case "add":
      return has(parts, change.part.id)
        ? kept
        : { ...kept, parts: inserted(parts, change.part, change.after) };
    case "move":
      return { ...kept, parts: moved(parts, change.id, change.by) };
    case "write":
      return {
        ...kept,
        parts: parts.map((part) => written(part, change)),
        bin: bin.map((one) => ({ ...one, part: written(one.part, change) })),
      };
    case "fold":
      return {
        ...kept,
        parts: parts.map((part) => (part.id === change.id ? folded(part, change.folded) : part)),
      };
    case "bin":
      return binned(kept, change.id, now);
    case "unbin":
      return unbinned(kept, change.id);
    case "entitle":
      return { ...kept, title: change.title };
    case "delete": {
      const { deleted: _, ...rest } = kept;
      return change.deleted ? { ...rest, deleted: now } : rest;
    }
  }
}

function binned(kept: KeptNotebook, id: string, at: number): KeptNotebook {
  const index = kept.parts.findIndex((part) => part.id === id);
  const part = kept.parts[index];
  if (!part) return kept;
  const entry: BinnedPart = { part, after: kept.parts[index - 1]?.id ?? null, at };
  return {
    ...kept,
    parts: kept.parts.filter((one) => one !== part),
    bin: [...kept.bin, entry],
  };
}

function unbinned(kept: KeptNotebook, id: string): KeptNotebook {
  const entry = kept.bin.findLast(({ part }) => part.id === id);
  if (!entry || has(kept.parts, id)) return kept;
  return {
    ...kept,
    parts: inserted(kept.parts, entry.part, entry.after),
    bin: kept.bin.filter((one) => one !== entry),
  };
}

/** After a piece that is gone comes the end. */
function inserted(
  parts: readonly NotebookPart[],
  part: NotebookPart,
  after: string | null,
): readonly NotebookPart[] {
  const index = parts.findIndex(({ id }) => id === after);
  const at = after === null ? 0 : index < 0 ? parts.length : index + 1;
  return parts.toSpliced(at, 0, part);
}

function moved(parts: readonly NotebookPart[], id: string, by: -1 | 1): readonly NotebookPart[] {
  const from = parts.findIndex((part) => part.id === id);
  const part = parts[from];
  const to = from + by;
  if (!part || to < 0 || to >= parts.length) return parts;
  return parts.toSpliced(from, 1).toSpliced(to, 0, part);
}

function written<P extends NotebookPart>(
  part: P,
  { id, text }: { readonly id: string; readonly text: string },
): P {
  return part.id === id ? { ...part, text } : part;
}

function folded(part: NotebookPart, fold: boolean): NotebookPart {
  const { folded: _, ...open } = part;
  return fold ? { ...open, folded: true } : open;
}

const has = (parts: readonly NotebookPart[], id: string) => parts.some((part) => part.id === id);
