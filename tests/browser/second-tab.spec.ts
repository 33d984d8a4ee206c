import type { BrowserContext, Page } from "@playwright/test";
import {
  CHAPTER,
  cellOf,
  code,
  FIRST_CELL,
  firstCell,
  openChapter,
  reset,
  runOnlyWhenAsked,
  sourceOf,
  status,
  write,
} from "./cell-page.ts";
import { at, check, verdict } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell, downhill-exercise" });

const line = (page: Page) => page.locator(".second-tab");
const words = /^Also open in another tab\./;
const versions = (page: Page) => page.locator(".history-row");

/** Opens the chapter in one more tab, in which the same browser keeps the same work. */
async function secondTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await openChapter(tab);
  return tab;
}

test("a page that is open in a second tab says so in both, until one is closed or dies", async ({
  page,
  context,
}) => {
  await openChapter(page);
  const second = await secondTab(context);
  await expect(line(page)).toHaveText(words);
  await expect(line(second)).toHaveText(words);
  await second.goto("momentum/");
  await expect(line(page)).toHaveText("");
  await expect(line(second)).toHaveCount(0);
  await second.goBack();
  await expect(line(page)).toHaveText(words);
  const killer = await context.newCDPSession(second);
  killer.send("Page.crash").catch(() => {});
  await expect(line(page)).toHaveText("");
  await second.close();
});

test("a text that is written in one tab appears in the other, which runs nothing", async ({
  page,
  context,
}) => {
  const cell = await firstCell(page);
  const original = await sourceOf(cell);
  const second = await secondTab(context);
  const twin = cellOf(second, FIRST_CELL);
  await runOnlyWhenAsked(twin);
  await write(cell, "'one'");
  await expect.poll(() => sourceOf(twin)).toBe("'one'");
  await expect(status(twin)).toHaveText("Follows what you did in another tab");
  await expect(twin).toHaveAttribute("data-stale");
  await write(twin, "'two'");
  await expect.poll(() => sourceOf(cell)).toBe("'two'");
  await expect(status(cell)).toHaveText("Follows what you did in another tab");
  await write(cell, "'three'");
  await expect.poll(() => sourceOf(twin)).toBe("'three'");
  await reset(twin).click();
  await expect(code(cell).locator(".cm-line").first()).toHaveText(original.split("\n")[0] ?? "");
  await expect(reset(cell)).toHaveText("Undo reset");
  await cell.getByRole("button", { name: "Earlier versions", exact: true }).click();
  await expect(versions(page)).toContainText([/'three'/]);
  await second.close();
});

test("what two tabs write at the same time is there in both: one text stands, one is an earlier version", async ({
  page,
  context,
}) => {
  const cell = await firstCell(page);
  const second = await context.newPage();
  // The pause before a save lasts until the test ends it.
  await second.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    const held = (then: () => void, delay?: number) => {
      if (delay !== 400) return wait(then, delay);
      Object.assign(window, { saveNow: then });
      return 1;
    };
    Object.assign(window, { setTimeout: held });
  });
  await openChapter(second);
  const twin = cellOf(second, FIRST_CELL);
  await write(twin, "'there'");
  await write(cell, "'here'");
  await expect(status(cell)).toHaveText("Edited, saved");
  await expect.poll(() => sourceOf(twin)).toBe("'there'");
  await second.evaluate(() => (window as unknown as { saveNow(): void }).saveNow());
  await expect(status(twin)).toHaveText("Edited, saved");
  await expect.poll(() => sourceOf(cell)).toBe("'there'");
  for (const one of [cell, twin])
    await one.getByRole("button", { name: "Earlier versions", exact: true }).click();
  await expect(versions(page).filter({ hasText: "'here'" })).toHaveCount(1);
  await expect(versions(second).filter({ hasText: "'here'" })).toHaveCount(1);
  await second.close();
});

test("attempts of both tabs count, and an exercise solved in one is solved in the other", async ({
  page,
  context,
}) => {
  await page.goto("momentum/");
  const second = await context.newPage();
  await second.goto("momentum/");
  const [here, there] = [at(page, "stability-limit"), at(second, "stability-limit")];
  await here.locator("input").fill("2");
  await check(here);
  await expect(verdict(here)).toContainText("Not this formula");
  await expect(there.locator("input")).toHaveValue("2");
  await expect(there.locator("[data-part=state]")).toHaveText("tried");
  await there.locator("input").fill("3");
  await check(there);
  await expect(verdict(there)).toContainText("Not this formula");
  await expect(here.locator("input")).toHaveValue("3");
  await expect(verdict(here)).toContainText("Follows what you did in another tab.");
  await second.goto("my-work/");
  await expect(second.locator('[data-exercise="stability-limit"]')).toContainText("2 attempts");
  await page.close();
});

test("My work follows what is done in another tab", async ({ page, context }) => {
  await page.goto("my-work/");
  const second = await context.newPage();
  await second.goto(`${CHAPTER}/`);
  await second.goto("momentum/");
  const exercise = at(second, "noise-floor");
  await exercise.getByRole("radio").nth(1).check();
  await check(exercise);
  await expect(page.locator('[data-exercise="noise-floor"]')).toContainText("✓ solved, 1 attempt");
  await second.close();
});
