import type { Locator, Page } from "@playwright/test";
import { expect } from "./quiet.ts";

/** Opens the page of notebooks and makes a new one, whose only cell is ready. */
export async function newNotebook(page: Page): Promise<void> {
  await page.goto("notebook/");
  await page.getByRole("button", { name: "New notebook" }).click();
  await expect(page.locator("downhill-cell[data-ready]")).toHaveCount(1);
}

/** The pieces of the open notebook, in order. */
export const parts = (page: Page): Locator => page.locator(".part");

/** What is said of the notebook. */
export const said = (page: Page): Locator => page.locator(".scratch-saved");

/** Presses a button by its whole name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Adds a text by a button and writes into it, as by paste. */
export async function addText(page: Page, name: string, text: string): Promise<void> {
  await press(page, name);
  await expect(page.getByRole("textbox", { name: "Text in Markdown" })).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press("Escape");
}

/** Adds a cell by a button and writes into it, as by paste. */
export async function addCode(page: Page, name: string, text: string): Promise<void> {
  await press(page, name);
  await expect(page.locator(".cm-content:focus")).toHaveCount(1);
  await page.keyboard.insertText(text);
}

/** Opens a file on the page of all notebooks. */
export async function openFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel("File of a notebook").setInputFiles({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
}

/** The order of the pieces, by their first words. */
export async function order(page: Page): Promise<readonly string[]> {
  return parts(page).evaluateAll((all) =>
    all.map((part) => {
      const code = part.querySelector(".cm-line, .cell-code pre, .scratch-prose");
      return (code?.textContent ?? "").trim().slice(0, 20);
    }),
  );
}
