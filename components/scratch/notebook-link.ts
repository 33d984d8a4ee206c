import { say } from "#src/language/say.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { notebookData } from "#src/notebook/document-file.ts";
import { pack } from "#src/sharing/packed.ts";
import { nameOf } from "#src/sharing/shared-page.ts";

/** Longer links are cut off by programs for mail and chat. */
const LONGEST = 16_000;

/**
 * The link that holds a whole notebook, or in words why there is none.
 * @param by who sends it, as typed
 * @param page the address of the page of notebooks
 */
export async function notebookLink(
  notebook: Notebook,
  by: string,
  page: string,
): Promise<{ readonly link: string } | { readonly problem: string }> {
  const link = `${page}#share=${await pack(notebookData(notebook, nameOf(by)))}`;
  if (link.length <= LONGEST) return { link };
  return {
    problem: say(
      "This notebook is too long for a link: {length} characters, where {limit} get through mail and chat. Save it as a file and send that.",
      { length: link.length, limit: LONGEST },
    ),
  };
}
