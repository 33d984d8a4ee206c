import { expect, test } from "./quiet.ts";

test("the sources are chosen by text, chapter and words, and the address keeps the choice", async ({
  page,
}) => {
  await page.goto("sources/");
  const status = page.getByRole("status");
  await page.getByRole("combobox", { name: "Text" }).selectOption("The draft post");
  await page.getByRole("combobox", { name: "Chapter" }).selectOption("10 Adam");

  await page.getByRole("searchbox", { name: "Words" }).fill("COUNT  zero");
  await expect(page.locator("[data-entry]:visible")).toHaveText([/count from 1/]);
  await expect(page.getByRole("heading", { level: 2 }).filter({ visible: true })).toHaveText([
    "The draft post",
  ]);
  await page.reload();
  await expect(page.locator("[data-entry]:visible")).toHaveCount(1);

  await page.getByRole("searchbox", { name: "Words" }).fill("ball");
  await expect(status).toHaveText(/^Nothing here/);
  await page.getByRole("button", { name: "All" }).click();
  await expect(status).toHaveText(/^\d+ entries\.$/);
  await expect(page).toHaveURL(/sources\/$/);
});

test("a link to a correction that the choice has hidden shows it", async ({ page }) => {
  await page.goto("sources/?source=page&words=friction");
  const link = page.locator('[data-entry="S-ADM-4"] .source-corrected');
  await page.getByRole("searchbox", { name: "Words" }).fill("as a ball with");
  await expect(page.locator("#E-ADM-5")).toBeHidden();
  await link.click();
  await expect(page.locator("#E-ADM-5")).toBeInViewport();
});
