import type { APIRoute } from "astro";
import { bookText } from "#src/layouts/book-text.ts";

/** The sentences of the first parts of the book: what a figure learns from, loaded when it is used. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await bookText()), {
    headers: { "content-type": "application/json" },
  });
