import type { APIRoute } from "astro";
import { dataTexts } from "#src/notebook/package-texts.ts";

/** The data sets of the optimizer package, for a cell that imports them and was not written by the author. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await dataTexts()), {
    headers: { "content-type": "application/json" },
  });
