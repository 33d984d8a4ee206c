import type { Page } from "@playwright/test";
import {
  code,
  edit,
  firstCell,
  openChapter,
  output,
  run,
  runOnlyWhenAsked,
  runText,
  status,
  stop,
  write,
} from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

test("a cell that has run follows its text, and so does what depends on it; others do not", async ({
  page,
}) => {
  const [first, second, third] = await openChapter(page);
  if (!first || !second || !third) throw new Error("the chapter has fewer than three cells");
  const before = await output(third).innerHTML();
  // Nothing runs unasked.
  await write(first, "const side = 3;\nside");
  await expect(status(first)).toHaveText(/^Edited/);
  await write(second, "side ** 2");
  await run(first).click();
  await expect(output(second)).toHaveText("9");
  await write(first, "const side = 4;\nside");
  await expect(output(first)).toHaveText("4");
  await expect(output(second)).toHaveText("16");
  expect(await output(third).innerHTML()).toBe(before);
});

/**
 * Types by the page's own clock: on a machine that stops for a moment, the next key is late by as
 * much as the pause that the cell waits for.
 */
function typeInPage(page: Page, text: string): Promise<void> {
  return page.evaluate(async (keys) => {
    for (const key of keys) {
      document.execCommand("insertText", false, key);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }, text);
}

test("half a word is no error yet: it is said after a pause, beside what was shown before", async ({
  page,
}) => {
  const cell = await firstCell(page);
  await runText(cell, "const amount = 12;\namount");
  await expect(output(cell)).toHaveText("12");
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const element = document.querySelector('downhill-cell [data-part="output"]');
    new MutationObserver(() => seen.push(element?.textContent ?? "")).observe(element as Element, {
      childList: true,
      subtree: true,
    });
  });
  await (await edit(cell)).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await typeInPage(page, " * amount");
  await expect(output(cell)).toHaveText("144");
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.filter((text) => /Error|Cannot run|parse/.test(text))).toEqual([]);
  await page.keyboard.type("s");
  await expect(output(cell)).toContainText("uses amounts, which no cell defines");
});

test("a loop without end that comes about while typing gives way to the next key", async ({
  page,
}) => {
  const cell = await firstCell(page);
  await runText(cell, "let n = 0;\nwhile (n < 10) n++;\nn");
  await expect(output(cell)).toHaveText("10");
  await write(cell, "let n = 0;\nwhile (n < 10) n;\nn");
  await expect(status(cell)).toHaveText("Running");
  await write(cell, "let n = 0;\nwhile (n < 20) n++;\nn");
  await expect(output(cell)).toHaveText("20");
  // Left alone it can be stopped, and then keys start nothing.
  await write(cell, "for (;;) {}");
  await expect(status(cell)).toHaveText("Running");
  await stop(cell).click();
  await write(cell, "5");
  await expect(status(cell)).toHaveText(/^Edited/);
  await expect(output(cell)).not.toHaveText("5");
});

test("who does not want that turns it off for every cell of the book", async ({ page }) => {
  const [first, second] = await openChapter(page);
  if (!first || !second) throw new Error("the chapter has fewer than two cells");
  await runOnlyWhenAsked(first);
  await runText(second, "1");
  await expect(output(second)).toHaveText("1");
  await write(second, "2");
  await expect(status(second)).toHaveText(/^Edited/);
  await page.reload();
  await expect(code(first)).toBeVisible();
  await first.getByText("About this cell").click();
  await expect(first.getByRole("checkbox", { name: /run again as I type/ })).not.toBeChecked();
});
