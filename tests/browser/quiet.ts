import { test as base, expect, type Page } from "@playwright/test";
import { serveOnly } from "./part-of-page.ts";

/**
 * A test of a page. The type checker of the cells takes seconds of work to start and is left out
 * unless the test is of it: editors work without. What the test is of may be told by a selector, such
 * as `downhill-cell`: chapters then come without the text around.
 */
export const loudTest = base.extend<{ typeChecker: boolean; of: string }>({
  typeChecker: [false, { option: true }],
  of: ["", { option: true }],
  page: async ({ page, context, typeChecker, of }, use) => {
    const serveAll = of ? await serveOnly(page, of) : undefined;
    if (!typeChecker) await context.addInitScript(leaveOutTypeChecker);
    await use(page);
    await serveAll?.();
  },
});

/** Runs in each page: its type checker is a worker that does nothing. */
function leaveOutTypeChecker(): void {
  // The frame of the cells keeps what it has at a reader's.
  if (self !== top) return;
  const nothing = URL.createObjectURL(new Blob([], { type: "text/javascript" }));
  self.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(/\/worker-[^/]*\.js$/.test(String(url)) ? nothing : url, options);
    }
  };
}

/** What Playwright says itself when a page asks for the worker that the tests do without. */
const NOT_OURS = "Service Worker registration blocked by Playwright";

/** A test whose page must stay silent: any console message or uncaught error fails it. */
export const test = loudTest.extend<{ silence: readonly string[] }>({
  silence: [
    async ({ page }, use) => {
      const messages: string[] = [];
      page.on("console", (message) => {
        if (message.text() !== NOT_OURS) messages.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => messages.push(`uncaught: ${error.message}`));
      await use(messages);
      expect(messages).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * A test that sets the clock of its page, in a context of its own: what the clock is set with outlasts
 * the emptying of a context, and fails in the pages of the tests after it.
 */
export const clockTest = test.extend({
  context: async ({ browser }, use) => {
    const context = await browser.newContext();
    await use(context);
    await context.close();
  },
});

/** How far the page can be scrolled sideways, in pixels. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

export { expect };
