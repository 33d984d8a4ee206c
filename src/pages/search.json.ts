import type { APIRoute } from "astro";
import { packNames } from "#src/course/search/packed.ts";
import { searchEntries } from "#src/layouts/search-entries.ts";

/** All that can be found, by its names: loaded when a reader first searches. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(packNames(await searchEntries())), {
    headers: { "content-type": "application/json" },
  });
