import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { openedFrom } from "#src/notebook/document-file.ts";

/** A page of this book: a chapter, or a notebook of the gallery. */
const PAGE = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/;

/** The cells of a page of this book as a notebook; when there are none, the problem in words. */
export async function fetchNotebook(
  page: string,
): Promise<{ readonly notebook: Notebook } | { readonly problem: string }> {
  const none = {
    problem: say("This book has no page “{page}” to begin a notebook from.", {
      page: page.slice(0, 60),
    }),
  };
  if (!PAGE.test(page)) return none;
  try {
    const response = await fetch(sitePath(`${page}/notebook.json`));
    return response.ok ? openedFrom(await response.json()) : none;
  } catch {
    return {
      problem: say(
        "The cells of that page could not be loaded. Check the connection, and load this page again.",
      ),
    };
  }
}
