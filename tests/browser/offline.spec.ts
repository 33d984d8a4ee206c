import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { cellOf, code, output, runText, sourceOf, status, write } from "./cell-page.ts";
import { built, type EditionServer, serveEditions } from "./edition-server.ts";
import { at, check, verdict } from "./exercise-page.ts";
import { expect, test as quietTest } from "./quiet.ts";

const assets = resolve(import.meta.dirname, "../../dist/_astro");

const test = quietTest.extend<{ host: EditionServer }>({
  context: async ({ browser }, use) => {
    const context = await browser.newContext({ serviceWorkers: "allow" });
    await use(context);
    await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  host: async ({}, use) => {
    const host = await serveEditions();
    await use(host);
    host.close();
  },
});
test.use({ typeChecker: true });

/** It fetches the whole book, in a browser that has nothing yet. */
const WHOLE_BOOK = { timeout: 90_000 };

const copy = (page: Page) => page.locator("downhill-offline [data-part=copy]");
const line = (page: Page) => page.locator(".new-book");

async function keepWholeBook(page: Page, host: EditionServer) {
  await page.goto(host.root);
  // Whether a page is there, one is told where the book says what is kept.
  await page.goto(`${host.root}my-work/`);
  await expect(copy(page)).toContainText("The whole book is kept on this device", WHOLE_BOOK);
}

test("after one visit the whole book is there without a network, until the copy is removed", async ({
  page,
  host,
}) => {
  test.setTimeout(180_000);
  await keepWholeBook(page, host);
  expect(await violations(page, [".offline-copy"])).toEqual([]);
  host.cut();

  await page.goto(`${host.root}ewa/`);
  const cell = cellOf(page, "two-ways");
  await expect(cell).toHaveAttribute("data-ready", "");
  await runText(cell, "const start: string = 12;\nstart");
  await expect(output(cell)).toHaveText("12");
  await expect(code(cell).locator(".cm-lintRange-error")).toHaveText("start", { timeout: 30_000 });
  await expect(status(cell)).toHaveText(/^Ran in/);

  await page.goto(`${host.root}momentum/`);
  const exercise = at(page, "noise-floor");
  await exercise.getByRole("radio").nth(1).press("Space");
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
  const ofCode = at(page, "heavy-ball");
  await check(ofCode);
  await expect(verdict(ofCode)).toContainText("Not yet");

  for (const path of ["notebook/", "teach/", "reference/"]) {
    await page.goto(host.root + path);
    await expect(page.locator("h1")).toBeVisible();
  }

  await page.goto(`${host.root}my-work/`);
  await page.getByRole("button", { name: "Remove the offline copy" }).click();
  await expect(copy(page)).toContainText("Nothing of the book is kept");
  await expect(page.locator("[data-exercise=noise-floor]")).toContainText("✓ solved");
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test("a new edition is announced and waits; nothing that was typed is lost, and old pages go on", async ({
  page,
  context,
  host,
}) => {
  test.setTimeout(180_000);
  await keepWholeBook(page, host);
  const old = await context.newPage();
  await old.goto(`${host.root}momentum/`);
  await page.goto(`${host.root}ewa/`);
  const dialog = readdirSync(assets).find((name) => name.startsWith("share-dialog."));
  await host.publish(
    { "ewa/index.html": built("ewa/index.html").replace("<h1", '<h1 data-edition="next"') },
    [`_astro/${dialog}`],
  );
  await page.goto(`${host.root}ewa/`);
  await expect(page.locator("h1")).not.toHaveAttribute("data-edition");
  await expect(line(page)).toContainText("A new edition of the book is ready.", WHOLE_BOOK);
  expect(await violations(page, [".new-book"])).toEqual([]);
  const cell = cellOf(page, "two-ways");
  await write(cell, "6 * 7 // typed just now");
  await line(page).getByRole("button", { name: "Reload" }).press("Enter");
  await expect(page.locator("h1")).toHaveAttribute("data-edition", "next");
  await expect(cell).toHaveAttribute("data-ready", "");
  expect(await sourceOf(cell)).toBe("6 * 7 // typed just now");
  await expect(line(page)).toHaveCount(0);

  // The other tab was not reloaded; what it loads only now is gone from the host.
  await expect(line(old)).toContainText("A new edition");
  await old
    .getByRole("button", { name: /^Share/ })
    .first()
    .click();
  await expect(old.getByRole("dialog")).toBeVisible();
  await old.close();
  await page.goto(`${host.root}my-work/`);
  await expect(copy(page)).not.toContainText("The edition before", WHOLE_BOOK);
});
