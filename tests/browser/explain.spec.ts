import type { Page } from "@playwright/test";
import { expect, test } from "./quiet.ts";

test.use({
  of: "a.term, #eq-momentum, #eq-characteristic, #eq-singular, #ravine, .parallel, .compare, downhill-video",
});

/** Opens a chapter and lets it lay itself out and make its cards ready: nothing moves away under the pointer. */
async function openChapter(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("html[data-whole][data-explains]").waitFor();
}

test.describe("a term", () => {
  test("shows its definition to the mouse, which may go into the card", async ({ page }) => {
    await openChapter(page, "gradients/");
    const term = page.locator("a.term", { hasText: "saddle" });
    await term.hover();
    const card = page.locator(".explain-card");
    await expect(card).toBeVisible();
    await expect(card).toContainText("neither a local minimum nor a local maximum");
    await card.hover();
    // Longer than the card waits for a pointer that has left.
    await page.waitForTimeout(500);
    await expect(card).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(card).toBeHidden();
  });

  test("shows it to the keyboard, leads on, and takes it away with Escape", async ({ page }) => {
    await openChapter(page, "ewa/");
    const term = page.locator("a.term", { hasText: "gradients" });
    await term.focus();
    await expect(term).toBeFocused();
    const card = page.locator(".explain-card");
    await expect(card).toBeVisible();
    await expect(term).toHaveAttribute("aria-describedby", "link-card");
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(term).toBeFocused();

    // What stands before it has a card too, in which the keyboard would stop.
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await expect(card).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(card.getByRole("link", { name: /^Read more: chapter 1/ })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/gradients\/#gradient-and-slope/);
  });

  test.describe("under a finger", () => {
    test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
    test("shows it at a tap, and stays on the page", async ({ page }) => {
      await openChapter(page, "gradients/");
      const term = page.locator("a.term", { hasText: "saddle" });
      await term.tap();
      const card = page.locator(".explain-card");
      await expect(card).toBeVisible();
      const box = await card.boundingBox();
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(390);
      await expect(page).toHaveURL(/\/gradients\/$/);
      await term.tap();
      await expect(card).toBeHidden();
    });
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });
    test("is a link to the glossary", async ({ page }) => {
      await page.goto("gradients/");
      await page.locator("a.term", { hasText: "saddle" }).click();
      await expect(page).toHaveURL(/\/glossary\/#saddle-point$/);
      await expect(page.locator("#saddle-point")).toBeInViewport();
    });
  });
});

test.describe("an equation", () => {
  test("is one stop of the keyboard, and the arrows go through its symbols", async ({ page }) => {
    await openChapter(page, "momentum/");
    const equation = page.locator("#eq-momentum .equation-body");
    await equation.focus();
    const card = page.locator(".explain-card");
    await page.keyboard.press("ArrowRight");
    await expect(card).toContainText("the velocity after");
    await page.keyboard.press("ArrowRight");
    await expect(card).toContainText("is kept from one step to the next");
    await expect(page.locator("#eq-momentum .linked")).toHaveText(["β"]);
    await expect(page.locator("#ravine .widget-slider.linked")).toContainText("β");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    // Round to the last symbol of the second row.
    await expect(card).toContainText("the velocity after");
    await page.keyboard.press("ArrowLeft");
    await expect(card).toContainText("the learning rate");
    await expect(equation).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(page.locator(".linked")).toHaveCount(0);
    await page.keyboard.press("Tab");
    await expect(page.locator("#eq-momentum .equation-number")).toBeFocused();
  });

  test("explains what the mouse rests on, as the chapter means it", async ({ page }) => {
    await openChapter(page, "momentum/");
    await page.locator("#eq-characteristic .equation-body").hover();
    await page.locator("#eq-characteristic [data-symbol='step-root']").last().hover();
    const card = page.locator(".explain-card");
    await expect(card).toContainText("an eigenvalue of the matrix of one step");
    await openChapter(page, "conditioning/");
    await page.locator("#eq-singular .equation-body").hover();
    // In a fraction, where boxes of the drawing lie over each other.
    const values = page.locator("#eq-singular [data-symbol='singular-value']");
    await expect(values).toHaveCount(2);
    await page.mouse.move(0, 0);
    for (const index of [0, 1]) {
      await values.nth(index).hover();
      await expect(card).toContainText("a singular value of");
      await page.keyboard.press("Escape");
    }
  });
});

test("a video is fetched only when the reader asks for it", async ({ page }) => {
  const asked: string[] = [];
  await page.route(/youtube/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<p>video</p>" });
  });
  await openChapter(page, "gradients/");
  const play = page.getByRole("button", { name: "Play here: A derivation of the steepest" });
  await play.scrollIntoViewIfNeeded();
  expect(asked).toEqual([]);
  await play.click();
  const frame = page.locator("downhill-video iframe").first();
  await expect(frame).toBeFocused();
  await expect(frame).toHaveAttribute("title", "A derivation of the steepest direction");
  await expect
    .poll(() => asked[0] ?? "")
    .toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/fpYC7KK5t7A/);
});

test("a step marks its partner, and the keyboard goes by its number", async ({ page }) => {
  await openChapter(page, "gradients/");
  const steps = page.locator(".parallel li");
  const paper = (index: number) =>
    steps.nth(index).evaluate((step) => getComputedStyle(step).backgroundColor);
  const plain = await paper(2);
  await steps.nth(2).locator("p").last().hover();
  expect(await paper(2)).not.toBe(plain);
  expect(await paper(3)).toBe(plain);
  await steps.nth(3).getByRole("link", { name: "Step 4" }).focus();
  expect(await paper(3)).not.toBe(plain);
});

test("a comparison is two columns, and on a phone one", async ({ page }) => {
  await openChapter(page, "momentum/");
  const row = page.locator(".compare").getByRole("row").nth(2);
  const cells = row.getByRole("cell");
  const place = async (index: number) => (await cells.nth(index).boundingBox())!;
  expect((await place(1)).x).toBeGreaterThan((await place(0)).x + 100);
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await place(1)).x).toBe((await place(0)).x);
  expect((await place(1)).y).toBeGreaterThan((await place(0)).y);
  await expect(page.locator(".compare").getByRole("columnheader")).toHaveCount(3);
});

test("the map lights up the way to a chapter, and its boxes lead there", async ({ page }) => {
  await page.goto("map/");
  const box = page.locator(".map-wide").getByRole("link", { name: /^6 Momentum/ });
  const lit = () =>
    page
      .locator(".map-wide .map-arrow")
      .evaluateAll(
        (arrows) => arrows.filter((arrow) => getComputedStyle(arrow).strokeWidth === "2px").length,
      );
  expect(await lit()).toBe(0);
  await box.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await lit()).toBe(3);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Momentum" })).toBeVisible();
});
