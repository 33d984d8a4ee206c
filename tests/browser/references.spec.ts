import type { Page } from "@playwright/test";
import { expect, test } from "./quiet.ts";

/** Opens a chapter; its references answer, and nothing moves away under the pointer. */
async function openChapter(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("html[data-whole][data-explains]").waitFor();
}

test("a reference shows its place to the mouse: equation, work, section, figure of another chapter", async ({
  page,
}) => {
  const card = page.locator("#link-card");
  await openChapter(page, "adagrad/");
  await page.locator(".prose a.equation-reference").first().hover();
  await expect(card).toContainText("Equation 8.");
  await expect(card.locator(".katex-display")).toBeVisible();
  await card.hover();
  // Longer than the card waits for a pointer that has left.
  await page.waitForTimeout(500);
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();

  await page.locator(".prose p .citation").first().hover();
  await expect(card).toContainText("In the reading list");
  await page.locator(".prose > p a[href='#a-bound-on-the-regret']").hover();
  await expect(card).toContainText("AdaGrad was found by asking");
  await card.getByRole("link", { name: "Go there" }).click();
  await expect(page).toHaveURL(/#a-bound-on-the-regret$/);
  await expect(card).toBeHidden();

  await openChapter(page, "choosing/");
  await page.locator(".prose a[href='../saddle-points/#saddle-race']").hover();
  await expect(card).toContainText("Figure 4.1");
  await expect(card.locator("svg")).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(card).toBeHidden();
});

test("a reference shows its place to the keyboard, which goes there through the card", async ({
  page,
}) => {
  // The reference is far down: a robot presses the next key while the page still glides to it.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openChapter(page, "adagrad/");
  const card = page.locator("#link-card");
  const reference = page.locator(".prose > p a[href='#effective-rate']").first();
  await expect(reference).toHaveText("Figure 8.2");
  await reference.focus();
  await expect(card.locator("svg")).toBeVisible();
  await expect(reference).toHaveAttribute("aria-describedby", "link-card");
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
  await expect(reference).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(card.locator("svg")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(card.getByRole("link", { name: "Go there" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#effective-rate$/);
  await expect(page.locator("#effective-rate")).toBeInViewport();
  await expect(card).toBeHidden();
});

test.describe("under a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("the first tap shows a note or a place, and the card leads there; a heading keeps its tap", async ({
    page,
  }) => {
    await openChapter(page, "gradients/");
    const card = page.locator("#link-card");
    const mark = page.locator("[data-footnote-ref]");
    await mark.tap();
    await expect(card).toContainText("Two things were taken for granted");
    await expect(page).toHaveURL(/\/gradients\/$/);
    const box = (await card.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    await mark.tap();
    await expect(card).toBeHidden();

    await page.locator(".prose > p a[href='#one-variable']").tap();
    await expect(card).toContainText("Figure 1.1");
    await card.getByRole("link", { name: "Go there" }).tap();
    await expect(page).toHaveURL(/#one-variable$/);
    await expect(page.locator("#one-variable")).toBeInViewport();

    await page.locator("#the-problem > a").tap();
    await expect(page).toHaveURL(/#the-problem$/);
    await expect(card).toBeHidden();
  });
});

test("a footnote stands beside its mark where the margin has room, and is found at the end elsewhere", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openChapter(page, "gradients/");
  const mark = page.locator("[data-footnote-ref]");
  const note = page.locator(".footnotes li");
  await mark.scrollIntoViewIfNeeded();
  const box = async (part: typeof mark) => (await part.boundingBox())!;
  const prose = await box(page.locator(".prose"));
  const aside = await box(note);
  expect(aside.x).toBeGreaterThan(prose.x + prose.width);
  expect(aside.x + aside.width).toBeLessThanOrEqual(1440);
  expect(Math.abs(aside.y - (await box(mark)).y)).toBeLessThan(30);
  // It is seen already: no card.
  await mark.hover();
  await page.waitForTimeout(400);
  await expect(page.locator("#link-card")).toBeHidden();

  await page.setViewportSize({ width: 820, height: 900 });
  await mark.click();
  await expect(note).toBeInViewport();
  expect((await box(note)).x).toBeLessThan(prose.x + prose.width);
  await note.getByRole("link", { name: "Back to reference 1" }).click();
  await expect(mark).toBeInViewport();
});

test("the bibliography leads from a work to where it is cited, and gives BibTeX", async ({
  page,
}) => {
  await openChapter(page, "momentum/");
  await page.locator("#ref-Goh2017 a").first().click();
  await expect(page).toHaveURL(/\/bibliography\/#Goh2017$/);
  const work = page.locator("#Goh2017");
  await expect(work).toBeInViewport();
  await page.locator("html[data-explains]").waitFor();
  await work.locator("a[href$='/momentum/#three-conventions-one-table']").hover();
  await expect(page.locator("#link-card")).toContainText("Books and libraries disagree");
  await page.keyboard.press("Escape");
  await work.getByText("BibTeX").click();
  await expect(work.locator("pre")).toContainText("@article{Goh2017,");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "All of them as one BibTeX file" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("references.bib");
});
