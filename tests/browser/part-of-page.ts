import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
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
 * Serves to a page the chapters as they are built, but without those parts of their text that hold
 * nothing of a kind. To lay out the thousands of formulas around a figure is most of what a test of it
 * would take. Only these documents are stopped on their way: with a route of Playwright every file is,
 * and none is kept for the next page.
 * @param kept what the test is of, as a selector
 * @returns what ends it
 */
export async function serveOnly(page: Page, kept: string): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  // A page that is closed meanwhile needs no answer.
  const unlessClosed = (sent: Promise<unknown>) =>
    sent.then(
      () => undefined,
      (error: unknown) => {
        if (!page.isClosed()) throw error;
      },
    );
  session.on("Fetch.requestPaused", ({ requestId, request }) => {
    const chapter = CHAPTER.exec(new URL(request.url).pathname)?.[1];
    const answer =
      chapter === undefined
        ? session.send("Fetch.continueRequest", { requestId })
        : session.send("Fetch.fulfillRequest", {
            requestId,
            responseCode: 200,
            responseHeaders: [{ name: "Content-Type", value: "text/html; charset=utf-8" }],
            body: Buffer.from(partOf(chapter, kept)).toString("base64"),
          });
    void unlessClosed(answer);
  });
  await session.send("Fetch.enable", {
    patterns: chapters.map((chapter) => ({
      urlPattern: `*/${chapter}/*`,
      resourceType: "Document" as const,
    })),
  });
  return () => unlessClosed(session.detach());
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
