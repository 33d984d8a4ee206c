import type { APIRoute } from "astro";
import { symbolCard } from "#components/explain/card-html.ts";
import type { ChapterNotation } from "#components/explain/chapter-notation.ts";
import { linkedNames } from "#src/course/linked-names.ts";
import { symbolNames } from "#src/course/symbol-names.ts";

import { notation as book } from "#src/layouts/notation.ts";

export { getStaticPaths } from "#src/layouts/chapter-paths.ts";

/** The symbols of a chapter by what they are called in formulas, code and figures, and what their cards say. */
export const GET: APIRoute = ({ params }) => {
  const { symbols } = book;
  const chapter = params["chapter"] ?? "";
  const names = symbolNames(symbols, chapter);
  const used = new Set(names.values());
  const notation: ChapterNotation = {
    ...linkedNames(symbols, chapter, used),
    names: Object.fromEntries(names),
    cards: Object.fromEntries(
      symbols.filter(({ id }) => used.has(id)).map(({ id, data }) => [id, symbolCard(id, data)]),
    ),
  };
  return new Response(JSON.stringify(notation), {
    headers: { "content-type": "application/json" },
  });
};
