import type { APIRoute } from "astro";
import { sitePath } from "#src/course/site-path.ts";

/** Every page may be found. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(sitePath("sitemap.xml"), site).href}\n`,
    { headers: { "content-type": "text/plain; charset=utf-8" } },
  );
