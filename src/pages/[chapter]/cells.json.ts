import type { APIRoute } from "astro";
import { extractCells } from "#src/course/cells.ts";
import { compileAhead } from "#src/notebook/compile-ahead.ts";
import { textsFor } from "#src/notebook/package-texts.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/**
 * The cells of a chapter, compiled, with the files of the package that they import: the page runs
 * them without loading a compiler or the rest first.
 */
export const GET: APIRoute = async ({ props }) => {
  const cells = compileAhead(extractCells(props.entry.body ?? ""));
  const texts = await textsFor(Object.values(cells).flatMap(({ imports }) => imports));
  return new Response(JSON.stringify({ cells, package: texts }), {
    headers: { "content-type": "application/json" },
  });
};
