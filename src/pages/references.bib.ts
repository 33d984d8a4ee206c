import type { APIRoute } from "astro";
import { bibtexEntry } from "#src/course/bibtex.ts";
import { bibliography } from "#src/layouts/bibliography.ts";

/** All works of the book for BibTeX. */
export const GET: APIRoute = async () => {
  const works = await bibliography();
  return new Response(works.map(({ key, work }) => bibtexEntry(key, work)).join("\n"), {
    headers: { "content-type": "application/x-bibtex; charset=utf-8" },
  });
};
