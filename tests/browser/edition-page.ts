import type { Page } from "@playwright/test";
import { type EditionServer, serveEditions } from "./edition-server.ts";
import { test as quietTest } from "./quiet.ts";

/** A test in a browser that keeps the book, with a host of its own. */
export const test = quietTest.extend<{ host: EditionServer }>({
  context: async ({ browser }, use) => {
    const context = await browser.newContext({ serviceWorkers: "allow" });
    await use(context);
    await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  host: async ({}, use) => {
    const host = await serveEditions();
    await use(host);
    host.close();
  },
});
/** The whole book is fetched, and later its next edition, on a machine that has other work. */
export const WHOLE_BOOK = { timeout: 120_000 };

/** What a page says of the copy that is kept. */
export const copy = (page: Page) => page.locator("downhill-offline [data-part=copy]");
/** What announces the next edition. */
export const line = (page: Page) => page.locator(".new-book");
