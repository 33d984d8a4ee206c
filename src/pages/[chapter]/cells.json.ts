import type { APIRoute } from "astro";
import { extractCells } from "#src/course/cells.ts";
import { compileAhead } from "#src/notebook/compile-ahead.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/** The cells of a chapter, compiled: the page runs them without loading a compiler first. */
export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(compileAhead(extractCells(props.entry.body ?? ""))), {
    headers: { "content-type": "application/json" },
  });
