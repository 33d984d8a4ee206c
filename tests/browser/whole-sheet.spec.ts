import { violations } from "./accessibility.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";
import { printed, withoutWindow } from "./sheet-page.ts";

test.use({ of: "downhill-exercise" });
test.beforeEach(() => test.slow());

test("the sheet of the whole book is accessible and fits a phone and the paper", async ({
  page,
}) => {
  await withoutWindow(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("my-work/");
  await page.getByLabel("Worksheet of").selectOption("all");
  await page.getByRole("button", { name: "Print" }).press("Enter");
  await printed(page, 1);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  // The width of A4 and of Letter between the margins, in CSS pixels.
  for (const width of [673, 695]) {
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({ media: "print" });
    expect(await sidewaysScroll(page)).toBe(0);
  }
});
