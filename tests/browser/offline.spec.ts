import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { cellOf, code, output, runText, sourceOf, status, write } from "./cell-page.ts";
import { copy, line, test, WHOLE_BOOK } from "./edition-page.ts";
import { built } from "./edition-server.ts";
import { at, check, verdict } from "./exercise-page.ts";
import { expect } from "./quiet.ts";

const assets = resolve(import.meta.dirname, "../../dist/_astro");

test.use({ typeChecker: true });

const editions = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => /^downhill-book:/.test(name)));

test("after one visit the whole book is there without a network; a new edition waits to be asked for, and loses nothing", async ({
  page,
  context,
  host,
}) => {
  test.setTimeout(400_000);
  await page.goto(host.root);
  await page.goto(`${host.root}my-work/`);
  await expect(copy(page)).toContainText("The whole book is kept on this device", WHOLE_BOOK);
  expect(await violations(page, [".offline-copy"])).toEqual([]);
  host.cut();

  await test.step("cells run and are typed, exercises are checked, all pages open", async () => {
    await page.goto(`${host.root}ewa/`);
    const cell = cellOf(page, "two-ways");
    await expect(cell).toHaveAttribute("data-ready", "");
    await runText(cell, "const start: string = 12;\nstart");
    await expect(output(cell)).toHaveText("12");
    await expect(code(cell).locator(".cm-lintRange-error")).toHaveText("start", WHOLE_BOOK);
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
    // The network is back for the other tab, which stays of this edition.
    host.join();
  });

  const old = await context.newPage();
  await old.goto(`${host.root}momentum/`);
  const dialog = readdirSync(assets).find((name) => name.startsWith("share-dialog."));
  await host.publish(
    { "ewa/index.html": built("ewa/index.html").replace("<h1", '<h1 data-edition="next"') },
    [`_astro/${dialog}`],
  );

  await test.step("the new edition is announced, and loaded when that is asked for", async () => {
    await page.goto(`${host.root}ewa/`);
    await expect(page.locator("h1")).not.toHaveAttribute("data-edition");
    await expect(line(page)).toContainText("A new edition of the book is ready.", WHOLE_BOOK);
    expect(await violations(page, [".new-book"])).toEqual([]);
    const cell = cellOf(page, "two-ways");
    await write(cell, "6 * 7 // typed just now");
    await line(page).getByRole("button", { name: "Reload" }).press("Enter");
    await expect(page.locator("h1")).toHaveAttribute("data-edition", "next", WHOLE_BOOK);
    await expect(cell).toHaveAttribute("data-ready", "");
    expect(await sourceOf(cell)).toBe("6 * 7 // typed just now");
    await expect(line(page)).toHaveCount(0);
  });

  await test.step("a page of the edition before goes on with what is gone from the host", async () => {
    await expect(line(old)).toContainText("A new edition");
    await old
      .getByRole("button", { name: /^Share/ })
      .first()
      .click();
    await expect(old.getByRole("dialog")).toBeVisible();
    expect(await editions(page)).toHaveLength(2);
    await old.close();
    await page.goto(`${host.root}my-work/`);
    await expect.poll(() => editions(page), WHOLE_BOOK).toHaveLength(1);
  });

  await test.step("the copy is removed, and the work is not", async () => {
    await page.getByRole("button", { name: "Remove the offline copy" }).click();
    await expect(copy(page)).toContainText("Nothing of the book is kept");
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await page.reload();
    await expect(page.locator("[data-exercise=noise-floor]")).toContainText("✓ solved");
  });
});
