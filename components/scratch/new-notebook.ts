import { say } from "#src/language/say.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { newlyKept } from "#src/notebook/document-kept.ts";
import { freeId } from "#src/notebook/document-read.ts";
import { keepNotebook, listNotebooks } from "#src/notebook/document-store.ts";
import { reach } from "./reach.ts";

/** What an empty notebook begins with. */
export function emptyNotebook(): Notebook {
  return {
    title: say("Untitled notebook"),
    parts: [{ kind: "code", id: freeId("code", []), text: "" }],
  };
}

/** Keeps a new notebook in this browser; its id, or the problem in words when it could not be kept. */
export function keepNew(
  notebook: Notebook,
): { readonly id: string } | { readonly problem: string } {
  const storage = reach();
  const taken = storage ? listNotebooks(storage).notebooks : [];
  const id = freeId("notebook", taken);
  const problem = keepNotebook(id, newlyKept(notebook, Date.now()));
  return problem === undefined ? { id } : { problem };
}

/** The address of a notebook of this browser, within the page of notebooks. */
export const addressOf = (id: string) => `#id=${id}`;
