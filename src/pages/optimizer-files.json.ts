import type { APIRoute } from "astro";
import { packageTexts } from "#src/notebook/package-texts.ts";

/** All files of the optimizer package, for a cell that imports what its chapter's own cells do not. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await packageTexts()), {
    headers: { "content-type": "application/json" },
  });
