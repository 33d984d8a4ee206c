import { expect, type Locator, type Page } from "@playwright/test";
import { pack } from "../../src/sharing/packed.ts";
import { writeFragment } from "../../src/sharing/share-address.ts";
import { type SharedPage, toData } from "../../src/sharing/shared-page.ts";
import { CHAPTER, run } from "./cell-page.ts";

/** The fragment of a link that brings whole texts for cells of the chapter. */
export async function fragmentWith(
  texts: Readonly<Record<string, string>>,
  more: Partial<SharedPage> = {},
): Promise<string> {
  const cells = Object.entries(texts).map(([id, text]) => ({
    id,
    edit: { kind: "whole", text } as const,
    settings: [],
  }));
  return fragmentOf({ page: CHAPTER, cells, numbers: {}, ...more });
}

/** The fragment of a link to somebody's work. */
export async function fragmentOf(shared: SharedPage): Promise<string> {
  return writeFragment({ place: "", packed: await pack(toData(shared)) });
}

export const strip = (page: Page) => page.getByRole("region", { name: "What this link carries" });

/** Opens a link in the page that is open, as one does who pastes it into the address bar. */
export async function openFragment(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await expect(strip(page)).toBeVisible();
}

/** Has a text come by link, puts it into the cell, and runs it. */
export async function runShared(page: Page, cell: Locator, source: string): Promise<void> {
  const id = (await cell.getAttribute("data-cell")) ?? "";
  await openFragment(page, await fragmentWith({ [id]: source }));
  const put = strip(page).getByRole("button", { name: "Put it into the page", exact: true });
  // The same text a second time stands there already.
  if ((await put.count()) > 0) await put.click();
  await strip(page).getByRole("button", { name: "Close" }).click();
  await expect(strip(page)).toHaveCount(0);
  await run(cell).click();
}
