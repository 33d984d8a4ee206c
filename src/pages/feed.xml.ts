import type { APIRoute } from "astro";
import { sitePath } from "#src/course/site-path.ts";
import { changes } from "#src/layouts/changes.ts";
import { feedText } from "#src/publishing/feed.ts";

/** What changed, for those who follow the book. */
export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string) => new URL(sitePath(path), site).href;
  return new Response(feedText(changes, absolute("feed.xml"), absolute("changes/")), {
    headers: { "content-type": "application/atom+xml; charset=utf-8" },
  });
};
