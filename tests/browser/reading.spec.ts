import { firstOf } from "../times.ts";
import { violations } from "./accessibility.ts";
import { watchLayoutShift } from "./layout-shift.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

const PAGES = [
  "",
  "gradients/",
  "conditioning/",
  "ewa/",
  "noise/",
  "saddle-points/",
  "momentum/",
  "nesterov/",
  "adagrad/",
  "rmsprop/",
  "adam/",
  "amsgrad/",
  "newton/",
  "schedules/",
  "strategies/",
  "quasi-newton/",
  "choosing/",
  "map/",
  "glossary/",
  "notation/",
  "conventions/",
  "sources/",
  "404.html",
];

const WIDTHS = firstOf([2560, 820, 360, 1440, 390], 3);

for (const path of PAGES)
  test(`/${path} does not scroll sideways at any width, and is accessible in light and in dark`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await sidewaysScroll(page), `${width} px`).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.evaluate(() => {
      // Open what can be opened, so that it is checked too.
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      // Of a formula there is nothing to find: its drawing is hidden from assistive technology and no
      // rule looks into MathML. Its thousands of parts would take nearly all of the time.
      for (const part of document.querySelectorAll(".katex-html, .katex-mathml math > *"))
        part.remove();
    });
    expect(await violations(page)).toEqual([]);
  });

for (const path of ["momentum/", "notation/", "reference/adam/"]) {
  test(`/${path} is laid out as a whole when nothing else is to do, and shows no trace of it`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("data-whole");
    await expect(page.locator("[data-laid-out]")).toHaveCount(0);
    const hidden = await page
      .locator(".prose > *, .prose > astro-island > *")
      .evaluateAll((parts) =>
        parts.filter((part) => getComputedStyle(part).contentVisibility === "auto"),
      );
    expect(hidden).toHaveLength(0);
  });
}

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
  await page.goto("momentum/");
  const outline = page.getByRole("navigation", { name: "Sections of this chapter" });
  await outline.getByRole("link", { name: "The phase diagram" }).click();
  await expect(outline.locator("[aria-current]")).toHaveText("The phase diagram");
  await expect(page.getByRole("heading", { name: "The phase diagram" })).toBeInViewport();

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
    if (response.request().resourceType() === "script") scripts.push(response.text());
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
