import { readFileSync } from "node:fs";
import { violations } from "./accessibility.ts";
import { at, check, verdict } from "./exercise-page.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

test.use({ of: "downhill-exercise" });

const sum = "In the whole book:";

test("what was solved and tried is listed, saved as a file, lost, and brought back", async ({
  page,
}) => {
  await page.goto("my-work/");
  await expect(page.locator("[data-part=sum]")).toContainText(`${sum} 0 of`);
  const next = page.getByRole("link", { name: /^Next: Exercise 1\.1$/ });
  await expect(next).toBeVisible();

  await page.goto("momentum/");
  const exercise = at(page, "noise-floor");
  await exercise.getByRole("radio").nth(1).check();
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
  const other = at(page, "stability-limit");
  await other.locator("input").fill("2");
  await check(other);
  await expect(verdict(other)).toContainText("Not this formula");

  await page.goto("my-work/");
  await expect(page.locator("[data-part=sum]")).toContainText(`${sum} 1 of`);
  await expect(page.locator("[data-part=sum]")).toContainText("1 tried");
  const solved = page.locator('[data-exercise="noise-floor"]');
  await expect(solved).toContainText("✓ solved, 1 attempt");
  await page.locator('[data-exercise="stability-limit"]').getByText("Your answer").click();
  await expect(page.locator('[data-exercise="stability-limit"] pre')).toHaveText("2");
  await expect(page.getByRole("link", { name: /^Next: Exercise 6\./ })).toBeVisible();

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all work as a file" }).click();
  const file = await (await saving).path();
  expect(readFileSync(file, "utf8")).toContain("downhill-work");

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator("[data-part=sum]")).toContainText(`${sum} 0 of`);
  await page.locator("[data-part=file]").setInputFiles(file);
  await expect(page.locator("[data-part=sum]")).toContainText(`${sum} 1 of`);
  await expect(solved).toContainText("✓ solved");
  await page.getByRole("button", { name: "Undo bringing back" }).click();
  await expect(page.locator("[data-part=sum]")).toContainText(`${sum} 0 of`);
});

test("a file that is none of ours is refused in words, and a damaged save is said", async ({
  page,
}) => {
  await page.goto("my-work/");
  await page.evaluate(() => localStorage.setItem("downhill:exercise:momentum:noise-floor", "{"));
  await page.locator("[data-part=file]").setInputFiles({
    name: "holiday.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"cells": []}'),
  });
  await expect(page.locator("[data-part=sum]")).toContainText("none of this book’s");
  await expect(page.locator("[data-part=sum]")).toContainText("damaged");
});

test("where nothing may be stored the page says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto("my-work/");
  await expect(page.locator("[data-part=sum]")).toContainText(`${sum} 0 of`);
  await page.getByRole("button", { name: "Save all work as a file" }).click();
  await expect(page.locator("[data-part=sum]")).toContainText("site data is blocked");
});

test("the page is accessible in light and dark, by keyboard, and fits a phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("my-work/");
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Save all work as a file" }).focus();
  const saving = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await saving).suggestedFilename()).toMatch(/^downhill-work-\d{4}-\d\d-\d\d\.json$/);
});
