import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { notebookParts } from "#src/course/notebook-parts.ts";
import type { Notebook } from "#src/notebook/document.ts";
import { notebookData } from "#src/notebook/document-file.ts";

export { notebookPaths as getStaticPaths } from "#src/layouts/notebooks.ts";

/** A worked notebook as the reader's own notebooks are kept, to be copied. */
export const GET: APIRoute = async ({ props }) => {
  const { data, body } = props.entry;
  const works = new Map((await getCollection("references")).map(({ id, data }) => [id, data]));
  const notebook: Notebook = { title: data.title, parts: notebookParts(body ?? "", works) };
  return new Response(JSON.stringify(notebookData(notebook)), {
    headers: { "content-type": "application/json" },
  });
};
