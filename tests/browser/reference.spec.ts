import { violations } from "./accessibility.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

for (const path of ["reference/", "reference/nesterov/", "reference/api/core/"])
  test(`/${path} does not scroll sideways at any width, and is accessible in light and in dark`, async ({
    page,
  }) => {
    await page.goto(path);
    for (const width of [360, 390, 820, 1200, 1440, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await sidewaysScroll(page), `${width} px`).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    expect(await violations(page)).toEqual([]);
  });

test("the reader goes from the masthead to a method, and on to a type of its code", async ({
  page,
}) => {
  await page.goto("momentum/");
  await page.getByRole("banner").getByRole("link", { name: "Reference" }).click();
  await page.getByRole("link", { name: "Nesterov acceleration" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nesterov acceleration");
  await page.getByRole("link", { name: "FirstOrderOptions" }).first().click();
  await expect(page.locator("#FirstOrderOptions")).toBeInViewport();
});

test("on a phone a long formula is set below itself, and all of it is in sight", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("reference/nesterov/");
  const hidden = await page
    .locator(".formula-long")
    .first()
    .evaluate((formula) => formula.scrollWidth - formula.clientWidth);
  expect(hidden).toBe(0);
});

test("on a phone every option is a block: its cells one below the other, each with its label", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["reference/adam/", "reference/nelder-mead/", "reference/gauss-newton/"]) {
    await page.goto(path);
    const table = page.locator(".options");
    await table.scrollIntoViewIfNeeded();
    const hidden = await table.evaluate(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    );
    expect(hidden).toBe(0);
    const cells = await table.locator("tbody tr:first-child > :not(:empty)").evaluateAll((all) =>
      all.map((cell) => {
        const { left, top } = cell.getBoundingClientRect();
        return { left, top, label: getComputedStyle(cell, "::before").content };
      }),
    );
    expect(new Set(cells.map(({ left }) => left)).size).toBe(1);
    expect(cells.map(({ top }) => top)).toEqual(cells.map(({ top }) => top).sort((a, b) => a - b));
    expect(cells[1]!.label).toContain("Default");
  }
});

test("the keyboard reaches the program of a method and its options", async ({ page }) => {
  await page.goto("reference/adam/");
  await page.locator("#use ~ pre").first().focus();
  await expect(page.locator("#use ~ pre").first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "iterate" }).first()).toBeFocused();
  await page.getByRole("link", { name: "minimize" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#minimize")).toBeInViewport();
});

test("on a wide screen the long formulas fit beside the outline", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of ["api/core", "api/schedules", "api/searches", "ema-of-weights", "lbfgs"]) {
    await page.goto(`reference/${path}/`);
    const hidden = await page
      .locator(".formula")
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(hidden.length).toBeGreaterThan(0);
    expect([path, Math.max(...hidden)]).toEqual([path, 0]);
  }
});

test("two panels stand side by side where there is room", async ({ page }) => {
  const tops = () =>
    page
      .locator(".method-figure .plot")
      .evaluateAll((plots) => plots.map((plot) => Math.round(plot.getBoundingClientRect().top)));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("reference/momentum/");
  const [left, right] = await tops();
  expect(left).toBe(right);
  await page.setViewportSize({ width: 390, height: 844 });
  const [above, below] = await tops();
  expect(above).toBeLessThan(below!);
});
