import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { notebookParts } from "#src/course/notebook-parts.ts";

export { notebookPaths as getStaticPaths } from "#src/layouts/notebooks.ts";

/** A worked notebook in plain Markdown, for programs that read. */
export const GET: APIRoute = async ({ props }) => {
  const { data, body } = props.entry;
  const works = new Map((await getCollection("references")).map(({ id, data }) => [id, data]));
  const parts = notebookParts(body ?? "", works).map((part) =>
    part.kind === "prose" ? part.text : `\`\`\`ts\n${part.text}\n\`\`\``,
  );
  const text = [`# ${data.title}`, data.summary, ...parts].join("\n\n");
  return new Response(`${text}\n`, { headers: { "content-type": "text/markdown; charset=utf-8" } });
};
