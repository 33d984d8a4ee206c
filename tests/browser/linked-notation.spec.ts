import type { Page } from "@playwright/test";
import { expect, test } from "./quiet.ts";

/** Opens a chapter and lets it lay itself out, so that nothing moves away under the pointer. */
async function openChapter(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("html[data-whole]").waitFor();
}

const parts = (page: Page, symbol: string) => {
  const of = (where: string) => page.locator(`${where}[data-symbol~="${symbol}"]`);
  return {
    symbol: of("#eq-momentum .katex-html ").first(),
    slider: of("#ravine .widget-slider"),
    variable: of(".listing pre ").first(),
    curve: of("#ravine svg g"),
    label: of("#ravine svg text"),
  };
};

test("the mouse lights up symbol, slider, variable and curve from each other", async ({ page }) => {
  await openChapter(page, "momentum/");
  const card = page.locator("#symbol-card");
  const [retention, velocity] = [parts(page, "retention"), parts(page, "velocity")];

  await retention.slider.hover();
  await expect(retention.symbol).toHaveClass(/linked/);
  await expect(retention.variable).toHaveClass(/linked/);
  await expect(retention.slider).toHaveClass(/linked/);
  await expect(card).toBeHidden();

  await velocity.symbol.hover();
  await expect(card).toContainText("the velocity after");
  await expect(retention.slider).not.toHaveClass(/linked/);
  const arrow = velocity.curve.first();
  await expect(arrow).toHaveClass(/linked/);
  await expect(arrow).toHaveCSS("stroke-width", "3.5px");
  await page.keyboard.press("Escape");
  await expect(page.locator(".linked")).toHaveCount(0);

  await velocity.label.last().hover();
  await expect(card).toContainText("the velocity after");
  await expect(velocity.symbol).toHaveClass(/linked/);

  await retention.variable.hover();
  await expect(card).toContainText("in code beta");
  await expect(card.locator("b")).toHaveText(/^Now β = 0\.\d+$/);
  await expect(card.getByRole("link", { name: "the figure above" })).toHaveAttribute(
    "href",
    "#ravine",
  );
  await expect(retention.slider).toHaveClass(/linked/);

  // A letter in running text, in which nothing is marked before.
  await page.keyboard.press("Escape");
  const letter = page.locator(".prose > p .katex-html .mord").filter({ hasText: /^β$/ }).first();
  await letter.hover();
  await expect(card).toContainText("is kept from one step to the next");
});

test("the keyboard does so from sliders and from listings", async ({ page }) => {
  await openChapter(page, "momentum/");
  const card = page.locator("#symbol-card");
  const rate = parts(page, "learning-rate");
  const range = rate.slider.getByRole("slider");
  await range.press("ArrowRight");
  await expect(rate.symbol).toHaveClass(/linked/);
  await expect(rate.variable).toHaveClass(/linked/);
  await range.press("Escape");
  await expect(page.locator(".linked")).toHaveCount(0);

  const listing = page.locator(".listing > pre");
  await listing.focus();
  for (const means of [
    "the parameters",
    "the gradient that",
    "the velocity",
    "the learning rate",
  ]) {
    // With Shift, since the code may be wider than its room.
    await page.keyboard.press("Shift+ArrowRight");
    await expect(card).toContainText(means);
  }
  await expect(rate.slider).toHaveClass(/linked/);
  await expect(listing).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(card.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(listing).toBeFocused();
  await expect(page.locator(".linked")).toHaveCount(0);
});

test.describe("under a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("a card stays while the slider that it tells of is moved", async ({ page }) => {
    await openChapter(page, "momentum/");
    const card = page.locator("#symbol-card");
    const rate = parts(page, "learning-rate");
    await page.locator("#eq-momentum .equation-body").tap();
    await rate.symbol.tap();
    const value = card.locator("b");
    await expect(value).toHaveText(/^Now η = /);
    const before = (await value.textContent())!;
    const place = await card.getByRole("link", { name: /^the figure/ }).getAttribute("href");
    const slider = page
      .locator(`${place} .widget-slider[data-symbol="learning-rate"]`)
      .getByRole("slider");
    await slider.tap();
    await slider.press("ArrowRight");
    await expect(value).not.toHaveText(before);
    const said = `Now ${await slider.getAttribute("aria-valuetext")}`;
    await expect(value).toHaveText(said);
    await expect(card.locator(".explain-said")).toHaveText(said);
    const box = (await card.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(390);

    await page.locator("h1").tap();
    await expect(card).toBeHidden();
    await expect(page.locator(".linked")).toHaveCount(0);
  });
});
