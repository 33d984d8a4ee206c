import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { extractCells } from "#src/course/cells.ts";
import { compileAhead } from "#src/notebook/compile-ahead.ts";

export async function getStaticPaths() {
  const chapters = await getCollection("chapters");
  return chapters.map((entry) => ({ params: { chapter: entry.id }, props: { entry } }));
}

/** The cells of a chapter, compiled: the page runs them without loading a compiler first. */
export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(compileAhead(extractCells(props.entry.body ?? ""))), {
    headers: { "content-type": "application/json" },
  });
