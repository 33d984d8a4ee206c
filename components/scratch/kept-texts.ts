import { openEdits } from "#components/cell/edits.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { notebookScope, withTexts } from "#src/notebook/document-store.ts";

/** A notebook with the texts that the reader has given its cells, as this browser keeps them. */
export function withKeptTexts(id: string, notebook: Notebook): Notebook {
  const scope = notebookScope(id);
  return withTexts(notebook, (cell) => openEdits(scope, cell, () => {}).read().value?.source);
}
