import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { parseHTML } from "linkedom";

const root = resolve(import.meta.dirname, "../..");
const chapters = readdirSync(join(root, "content/chapters")).map((file) =>
  file.replace(/^\d+-|\.mdx$/g, ""),
);
const CHAPTER = new RegExp(`/(${chapters.join("|")})/$`);
/** What a page is made of beside its text. */
const MACHINERY = "script, style, link, template, h2";

const made = new Map<string, string>();

/**
 * Serves the chapters as they are built, but without those parts of their text that hold nothing of a
 * kind. To lay out the thousands of formulas around a figure is most of what a test of it would take.
 * @param kept what the test is of, as a selector
 */
export async function serveOnly(context: BrowserContext, kept: string): Promise<void> {
  await context.route(
    ({ pathname }) => CHAPTER.test(pathname),
    (route, request) => {
      const [, chapter = ""] = CHAPTER.exec(new URL(request.url()).pathname) ?? [];
      return request.resourceType() === "document"
        ? route.fulfill({ contentType: "text/html; charset=utf-8", body: partOf(chapter, kept) })
        : route.fallback();
    },
  );
}

function partOf(chapter: string, kept: string): string {
  const key = `${chapter} ${kept}`;
  const before = made.get(key);
  if (before !== undefined) return before;
  const { document } = parseHTML(readFileSync(join(root, "dist", chapter, "index.html"), "utf8"));
  for (const part of document.querySelectorAll(".prose > *"))
    if (!part.matches(`${MACHINERY}, ${kept}`) && !part.querySelector(kept)) part.remove();
  const html = document.toString();
  made.set(key, html);
  return html;
}
