import type { APIRoute } from "astro";
import { packTexts } from "#src/course/search/packed.ts";
import { searchEntries } from "#src/layouts/search-entries.ts";

/** What the entries of search.json say, in the same order: loaded after them. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(packTexts(await searchEntries())), {
    headers: { "content-type": "application/json" },
  });
