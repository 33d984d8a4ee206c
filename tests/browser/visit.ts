import type { Page } from "@playwright/test";
import { firstOf } from "../times.ts";
import { violations } from "./accessibility.ts";
import { expect, sidewaysScroll } from "./quiet.ts";

/** Beside the width that the page was opened at; comfort.spec.ts has more for a page of each kind. */
const WIDTHS = firstOf([360, 820, 390, 2560], 2);

/** What every page is held to: nothing scrolls sideways, and all of it is accessible in light and in dark. */
export async function visit(page: Page): Promise<void> {
  // What is far from the window is laid out too, or it could not be too wide.
  await page.evaluate(() => {
    document.documentElement.dataset["whole"] = "";
  });
  const opened = page.viewportSize();
  expect(await sidewaysScroll(page), `${opened?.width} px`).toBe(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sidewaysScroll(page), `${width} px`).toBe(0);
  }
  await page.evaluate(() => {
    // Open what can be opened, so that it is checked too.
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    // Of a formula there is nothing to find: its drawing is hidden from assistive technology and no
    // rule looks into MathML. Its thousands of parts would take nearly all of the time.
    for (const part of document.querySelectorAll(".katex-html, .katex-mathml math > *"))
      part.remove();
  });
  await page.setViewportSize({ width: 1280, height: 720 });
  expect(await violations(page)).toEqual([]);
}
