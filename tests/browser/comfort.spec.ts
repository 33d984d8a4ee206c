import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { watchLayoutShift } from "./layout-shift.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

const opener = (page: Page) => page.getByRole("button", { name: "Reading", exact: true });
const panel = (page: Page) => page.getByRole("dialog", { name: "Reading" });
const paper = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/** Opens a page as a reader finds it who has chosen so before. */
async function openWith(page: Page, path: string, settings: Readonly<Record<string, string>>) {
  await page.addInitScript((value) => {
    // The frames of the cells have no storage.
    if (origin !== "null")
      localStorage.setItem("downhill:reading", JSON.stringify({ version: 1, value }));
  }, settings);
  await page.goto(path);
}

test.describe("what a chapter is used with", () => {
  test.use({ of: ".widget, downhill-cell, downhill-exercise" });

  test("how to read is chosen by keyboard, in force at once, kept, and followed by other tabs", async ({
    page,
    context,
  }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("momentum/");
    await opener(page).focus();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    await expect(panel(page).getByRole("radio", { name: "as the system" }).first()).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await paper(page)).toBe("rgb(22, 24, 27)");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "high");
    expect(await paper(page)).toBe("rgb(0, 0, 0)");
    expect(await violations(page, [".reading-panel"])).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toBeHidden();
    await expect(opener(page)).toBeFocused();

    const other = await context.newPage();
    await other.goto("my-work/");
    expect(await paper(other)).toBe("rgb(0, 0, 0)");
    await opener(other).click();
    await panel(other).getByRole("radio", { name: "130 %" }).press("Space");
    await expect(page.locator("html")).toHaveAttribute("data-size", "130");
    await panel(other).getByRole("button", { name: "Reset" }).click();
    await expect(page.locator("html")).not.toHaveAttribute("data-theme");
    await expect(page.locator("html")).not.toHaveAttribute("data-size");
    // A second press closes it.
    await opener(other).click();
    await expect(panel(other)).toBeHidden();
    await other.close();
  });

  test("text only has no controls but lines that bring them back, one by one", async ({ page }) => {
    await openWith(page, "momentum/", { show: "text", motion: "reduced" });
    const figure = page.locator("#ravine");
    await expect(figure.locator("svg").filter({ visible: true }).first()).toBeVisible();
    await expect(page.locator(".prose").getByRole("slider")).toHaveCount(0);
    await expect(page.locator(".prose").getByRole("textbox")).toHaveCount(0);
    await page
      .getByRole("button", { name: "Use this figure: Figure 6.1 A heavy ball in a ravine" })
      .click();
    await expect(figure.getByRole("button", { name: "Play" })).toBeFocused();
    await figure.getByRole("button", { name: "Step" }).click();

    const cell = page.locator("#cell-one-step");
    await expect(cell.locator("[data-part=output]")).toBeVisible();
    await expect(cell.getByRole("button", { name: "Run", exact: true })).toBeHidden();
    await page.getByRole("button", { name: /^Use this cell: One step/ }).click();
    await expect(cell.getByRole("button", { name: "Run", exact: true })).toBeVisible();

    const exercise = page.locator("#exercise-stability-limit");
    await page.getByRole("button", { name: "Answer this exercise: Exercise 6.9" }).click();
    await expect(exercise.getByRole("textbox")).toBeFocused();
  });

  test("Escape and then Tab leaves every editor, and the editor says so", async ({ page }) => {
    const leave = async () => {
      const editor = page.locator(".cm-content:focus");
      await expect(editor).toHaveCount(1);
      await expect(editor).toHaveAccessibleDescription(/Escape and then Tab leaves the editor/);
      await expect(
        page.getByText("Esc, then Tab leaves the editor").locator("visible=true"),
      ).toBeVisible();
      await page.keyboard.press("Tab");
      await expect(editor).toHaveCount(1);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Tab");
      await expect(editor).toHaveCount(0);
      await expect(page.locator(":focus")).toHaveCount(1);
    };
    await page.goto("momentum/");
    for (const place of ["#cell-one-step", "downhill-exercise:has([data-part=code])"]) {
      const code = page.locator(`${place} [data-part=code] pre`).first();
      await code.focus();
      await page.keyboard.press("Enter");
      await leave();
    }
    await page.goto("notebook/");
    await page.getByRole("button", { name: "New notebook" }).click();
    await page.locator("downhill-cell[data-ready] [data-part=code]").click();
    await leave();
  });
});

test("the place in a chapter is kept, offered when the reader comes back, and forgotten", async ({
  page,
}) => {
  const moved = await watchLayoutShift(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("ewa/");
  await page
    .getByRole("navigation", { name: "Sections of this chapter" })
    .getByRole("link", { name: "The correction" })
    .click();
  const kept = () => page.evaluate(() => localStorage.getItem("downhill:place:ewa"));
  await expect.poll(kept).toContain('"share"');

  await page.goto("");
  await expect(page.locator(".contents-place")).toHaveText(/^last read, \d\d % read$/);
  await page.goto("ewa/");
  const offer = page.getByRole("link", { name: "Go on where you stopped: The correction" });
  await expect(offer).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.locator("html[data-whole]").waitFor();
  expect(await moved()).toBeLessThan(0.01);
  await offer.click();
  await expect(page.getByRole("heading", { name: "The correction" })).toBeInViewport();

  await page.goto("ewa/");
  await page.getByRole("button", { name: "Forget where I stopped in this chapter" }).click();
  await expect(offer).toHaveCount(0);
  expect(await kept()).toBeNull();
});

const KINDS = ["", "momentum/", "notebook/", "my-work/", "reference/adam/", "teach/", "glossary/"];

for (const path of KINDS)
  test(`/${path} fits every width from 320 to 2560 px, in large text too`, async ({ page }) => {
    await openWith(page, path, { show: "all" });
    for (const size of ["100", "150"]) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset["size"] = chosen;
      }, size);
      for (const width of [320, 360, 390, 768, 1024, 1280, 1920, 2560]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await sidewaysScroll(page), `${width} px, text at ${size} %`).toBe(0);
      }
    }
  });

test.describe("for fingers", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  for (const path of ["momentum/", "my-work/", "notebook/", "teach/"])
    test(`/${path} has nothing to press that is smaller than 24 px`, async ({ page }) => {
      await page.goto(path);
      await page.locator("[data-reading]:not([hidden])").waitFor();
      const { small, buttons } = await page.evaluate(() => {
        document.documentElement.dataset["whole"] = "";
        const pressed = [
          ...document.querySelectorAll<HTMLElement>(
            "a[href], button, input, select, textarea, summary, [role=slider], [tabindex='0']",
          ),
        ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
        const height = (element: HTMLElement) => {
          const label = element.closest("label");
          return Math.max(element.clientHeight && element.offsetHeight, label?.offsetHeight ?? 0);
        };
        // A link in a line is as high as the line; an anchor beside a heading is for the pointer.
        const inText = "p a, li a, td a, dd a, figcaption a, .katex a, .anchor, .skip-link";
        return {
          small: pressed
            .filter((element) => !element.matches(inText))
            .map((element) => [element.getBoundingClientRect().height, element] as const)
            .filter(([box, element]) => Math.max(box, height(element)) < 24)
            .map(([box, element]) => `${box} px: ${element.outerHTML.slice(0, 120)}`),
          buttons: pressed
            .filter((element) => element.matches("button:not(p button, .history-toggle)"))
            .map((element) => element.getBoundingClientRect().height),
        };
      });
      expect(small).toEqual([]);
      expect(buttons.length).toBeGreaterThan(0);
      expect(Math.min(...buttons)).toBeGreaterThanOrEqual(43);
    });
});
