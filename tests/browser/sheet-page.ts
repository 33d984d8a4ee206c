import type { Page } from "@playwright/test";
import { expect } from "./quiet.ts";

/** Counts the calls of print, whose window would hold the page. */
export async function withoutWindow(page: Page) {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset["printed"] = String(
        Number(document.documentElement.dataset["printed"] ?? 0) + 1,
      );
    };
  });
}

/** Waits until a page has been printed so many times. */
export const printed = (page: Page, times: number) =>
  expect(page.locator("html")).toHaveAttribute("data-printed", String(times), { timeout: 60_000 });
