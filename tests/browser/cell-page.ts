import type { Locator, Page } from "@playwright/test";
import { expect } from "./quiet.ts";

/** A cell of the page by its id. */
export function cellOf(page: Page, id: string): Locator {
  return page.locator(`downhill-cell[data-cell="${id}"]`);
}

/** The ids of all cells on the page, in order. */
export async function cellIds(page: Page): Promise<readonly string[]> {
  return page
    .locator("downhill-cell")
    .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell ?? ""));
}

/** The chapter whose cells the tests write into: the shortest, and so the fastest to open. */
export const CHAPTER = "ewa";
/** The id of its first cell. */
export const FIRST_CELL = "two-ways";

/** Opens the chapter and returns its cells, the first of which the tests write into. */
export async function openChapter(page: Page, path = `${CHAPTER}/`): Promise<readonly Locator[]> {
  await page.goto(path);
  return cells(page);
}

/** Opens the chapter, or loads it again, and returns its first cell. */
export async function firstCell(page: Page, open = openChapter): Promise<Locator> {
  const [cell] = await open(page);
  if (!cell) throw new Error("the chapter has no cell");
  return cell;
}

/** Loads the chapter again, as a reader does who comes back. */
export async function reloadChapter(page: Page): Promise<readonly Locator[]> {
  await page.reload();
  return cells(page);
}

async function cells(page: Page): Promise<readonly Locator[]> {
  await expect(page.locator("downhill-cell[data-ready]").first()).toBeAttached();
  return (await cellIds(page)).map((id) => cellOf(page, id));
}

export const run = (cell: Locator) => cell.getByRole("button", { name: "Run", exact: true });
export const stop = (cell: Locator) => cell.getByRole("button", { name: "Stop" });
export const reset = (cell: Locator) => cell.getByRole("button", { name: /^(Reset|Undo reset)$/ });
export const output = (cell: Locator) => cell.locator('[data-part="output"]');
export const status = (cell: Locator) => cell.getByRole("status");
export const code = (cell: Locator) => cell.locator('[data-part="code"]');

/** The text of a cell as it stands, in the editor or before there is one. */
export async function sourceOf(cell: Locator): Promise<string> {
  const lines = await code(cell).locator(".cm-line").allTextContents();
  return lines.length > 0 ? lines.join("\n") : ((await code(cell).textContent()) ?? "");
}

/** What the status says when a cell of the chapter has run as its author meant it to. */
export async function asMeant(cell: Locator): Promise<RegExp> {
  const fails = (await cell.textContent())?.includes("This cell is meant to fail.");
  return fails ? /^Error after/ : /^Ran in/;
}

/** Opens the editor of a cell, as a reader does, and returns the text that can be typed into. */
export async function edit(cell: Locator): Promise<Locator> {
  const content = code(cell).getByRole("textbox");
  if ((await content.count()) === 0) await code(cell).click({ position: { x: 30, y: 20 } });
  await expect(content).toBeVisible();
  return content;
}

/** Replaces the text of a cell by typing over all of it. */
export async function write(cell: Locator, source: string): Promise<void> {
  const content = await edit(cell);
  await content.focus();
  await content.press("ControlOrMeta+a");
  // Inserted as by paste: typed brackets would be closed and lines indented for us.
  await content.page().keyboard.insertText(source);
}

/** Writes a text into a cell and runs it. */
export async function runText(cell: Locator, source: string): Promise<void> {
  await write(cell, source);
  await run(cell).click();
}

/** Has cells run only when asked, so that a test knows which run it sees. */
export async function runOnlyWhenAsked(cell: Locator): Promise<void> {
  await cell.getByText("About this cell").click();
  await cell.getByRole("checkbox", { name: /run again as I type/ }).uncheck();
}
