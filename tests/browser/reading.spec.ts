import { watchLayoutShift } from "./layout-shift.ts";
import { expect, test } from "./quiet.ts";
import { visit } from "./visit.ts";

/** Pages beside the chapters, which are in chapters.spec.ts. */
const PAGES = ["", "map/", "glossary/", "notation/", "conventions/", "sources/", "404.html"];

for (const path of PAGES)
  test(`/${path} does not scroll sideways at any width, and is accessible in light and in dark`, async ({
    page,
  }) => {
    await page.goto(path);
    await visit(page);
  });

test("the reader goes from the contents to the chapter and back", async ({ page }) => {
  await page.goto("");
  await page.getByRole("link", { name: "Momentum", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Momentum" })).toBeVisible();
  await page
    .getByRole("navigation", { name: "Other chapters" })
    .getByRole("link", { name: "Contents" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Downhill" })).toBeVisible();
});

test("every chapter is linked from the contents", async ({ page }) => {
  await page.goto("");
  const contents = page.getByRole("navigation", { name: "Contents" });
  await expect(
    contents.getByRole("link", { name: "Modern advances, and choosing an optimizer" }),
  ).toBeVisible();
  await expect(contents.getByText("to come")).toHaveCount(0);
});

test("the outline follows the reading, and folds on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("ewa/");
  const outline = page.getByRole("navigation", { name: "Sections of this chapter" });
  await outline.getByRole("link", { name: "The slow start" }).click();
  await expect(outline.locator("[aria-current]")).toHaveText("The slow start");
  await expect(page.getByRole("heading", { name: "The slow start" })).toBeInViewport();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(outline.getByRole("link", { name: "Recap" })).toBeHidden();
  await outline.getByText("Sections", { exact: true }).click();
  await outline.getByRole("link", { name: "Recap" }).click();
  await expect(page.getByRole("heading", { name: "Recap" })).toBeInViewport();
});

test("a reference to an equation leads to it", async ({ page }) => {
  await page.goto("momentum/");
  await page.locator('.prose > p a.equation-reference[href="#eq-momentum"]').first().click();
  await expect(page.locator("#eq-momentum")).toBeInViewport();
  await expect(page.locator("#eq-momentum .equation-number")).toHaveText("(6.1)");
});

test("who comes to a place by a link is there at once; within the page the window glides", async ({
  page,
}) => {
  const glides = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await page.goto("ewa/#the-correction");
  await expect(page.getByRole("heading", { name: "The correction" })).toBeInViewport();
  expect(await glides()).toBe("auto");
  const kept = () => page.evaluate(() => localStorage.getItem("downhill:place:ewa"));
  await expect.poll(kept).toContain("the-correction");
  await page
    .getByRole("navigation", { name: "Sections of this chapter" })
    .getByRole("link", { name: "A noisy year" })
    .press("Enter");
  expect(await glides()).toBe("smooth");
  await expect(page.getByRole("heading", { name: "A noisy year" })).toBeInViewport();
});

test("the first key leads past the masthead to the text", async ({ page }) => {
  await page.goto("momentum/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});

for (const path of ["momentum/", "my-work/", "notebook/", "reference/adam/", "teach/"])
  for (const width of [1280, 390])
    test(`nothing moves under the reader's eyes while /${path} comes in, ${width} px wide`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      const moved = await watchLayoutShift(page);
      await page.goto(path, { waitUntil: "networkidle" });
      if (path === "momentum/") await page.locator("html[data-whole]").waitFor();
      expect(await moved()).toBeLessThan(0.01);
    });

test("a page that nobody touches loads no framework", async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    // The text of the cells' worker is one of the frame's own making.
    if (response.request().resourceType() === "script" && !response.url().startsWith("blob:"))
      scripts.push(response.text());
  });
  await page.goto("momentum/", { waitUntil: "networkidle" });
  const text = (await Promise.all(scripts)).join("\n");
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThan(150_000);
  expect(text).not.toContain("hydrateRoot");
  expect(text).not.toContain("EditorView");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the chapter is complete: text, figures, code and stored outputs", async ({ page }) => {
    await page.goto("momentum/");
    await expect(page.getByRole("heading", { name: "Recap" })).toBeVisible();
    expect(await page.locator("figure svg").count()).toBeGreaterThan(3);
    await expect(page.locator("downhill-cell").first()).toContainText("momentumKernel");
    await expect(page.locator("downhill-cell [data-part=output]").first()).not.toBeEmpty();
  });
});
