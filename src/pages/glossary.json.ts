import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { termCard } from "#components/explain/card-html.ts";
import { chapterOrder } from "#src/layouts/contents.ts";
import { writtenChapters } from "#src/layouts/written.ts";

/** Definitions of all terms, as their cards show them: fetched when a reader first wants one. */
export const GET: APIRoute = async () => {
  const written = await writtenChapters();
  const cards = (await getCollection("glossary")).map(({ id, data }) => {
    const chapter = chapterOrder.find((one) => one.id === data.chapter && written.has(one.id));
    return [id, termCard(id, data, chapter)] as const;
  });
  return new Response(JSON.stringify(Object.fromEntries(cards)), {
    headers: { "content-type": "application/json" },
  });
};
