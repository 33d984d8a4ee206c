import type { Page } from "@playwright/test";
import { expect, test } from "./quiet.ts";

test.describe("a touch screen", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("asks for its modules when the first frame is drawn, and runs them", async ({ page }) => {
    const asked = modulesAskedFor(page);
    await page.addInitScript(framesWhenTold);
    await page.goto("momentum/", { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(asked).toEqual([]);
    await page.evaluate("drawFrames()");
    await page.locator("[data-cell][data-ready]").first().waitFor();
    expect(asked.length).toBeGreaterThan(5);
  });

  test("does not wait for a frame in a part of another page", async ({ page }) => {
    await page.addInitScript(framesWhenTold);
    await page.goto("cite/");
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "../momentum/";
      document.body.append(frame);
    });
    await page.frameLocator("iframe").locator("[data-cell][data-ready]").first().waitFor();
  });

  test("does not wait for a frame where nobody sees it", async ({ page }) => {
    await page.addInitScript(framesWhenTold);
    await page.addInitScript(() =>
      Object.defineProperty(document, "hidden", { configurable: true, get: () => true }),
    );
    await page.goto("momentum/");
    await page.locator("[data-cell][data-ready]").first().waitFor();
  });
});

test("a screen with a mouse does not wait for a frame", async ({ page }) => {
  await page.addInitScript(framesWhenTold);
  await page.goto("momentum/");
  await page.locator("[data-cell][data-ready]").first().waitFor();
});

/** Modules and what cells need that the page has asked for until now. */
function modulesAskedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/_astro\/.*\.js$|cells\.json$/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

/** Keeps what waits for a frame until `drawFrames()`. */
function framesWhenTold() {
  const native = window.requestAnimationFrame.bind(window);
  const waiting: FrameRequestCallback[] = [];
  window.requestAnimationFrame = (then) => waiting.push(then);
  Object.assign(window, {
    drawFrames() {
      window.requestAnimationFrame = native;
      for (const then of waiting) native(then);
    },
  });
}
