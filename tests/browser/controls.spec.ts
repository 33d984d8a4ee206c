import type { Locator, Page } from "@playwright/test";
import { code, firstCell, openChapter, output, run, runText, status, write } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

const controls = (cell: Locator) => cell.locator('[data-part="controls"]');

async function openCells(page: Page): Promise<readonly [Locator, Locator]> {
  const [first, second] = await openChapter(page);
  if (!first || !second) throw new Error("the chapter has fewer than two cells");
  return [first, second];
}

/** Writes a control into the first cell and what depends on it into the second, and runs both. */
async function linked(page: Page, source: string, dependent: string) {
  const [first, second] = await openCells(page);
  await write(second, dependent);
  await runText(first, source);
  await expect(status(second)).toHaveText(/^Ran in/);
  return [first, second] as const;
}

test("a slider runs its cell and what depends on it, by keyboard, and keeps the focus", async ({
  page,
}) => {
  const [first, second] = await linked(
    page,
    'const speed = view(slider({ min: 0, max: 1, step: 0.1, value: 0.5, label: "rate" }));\nspeed',
    "(10 * speed).toFixed(0)",
  );
  const slider = first.getByRole("slider", { name: "rate" });
  await expect(output(second)).toHaveText("5");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(output(first)).toHaveText("0.6");
  await expect(output(second)).toHaveText("6");
  await page.keyboard.press("End");
  await expect(output(second)).toHaveText("10");
  await expect(slider).toBeFocused();
  await expect(controls(first).locator(".control-value")).toHaveText("1");
});

test("a quick drag ends at the value under the pointer", async ({ page }) => {
  const [first, second] = await linked(
    page,
    'const a = view(slider({ min: 0, max: 100, step: 1, label: "a" }));',
    "a",
  );
  const box = (await first.getByRole("slider").boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + box.height / 2);
  await page.mouse.down();
  for (let i = 1; i <= 40; i++)
    await page.mouse.move(box.x + (box.width * i) / 40, box.y + box.height / 2);
  await page.mouse.up();
  await expect(output(second)).toHaveText("100");
});

test("number, choice, tick and point feed their values on", async ({ page }) => {
  const [first, second] = await linked(
    page,
    `const n = view(numberField({ min: 0, max: 9, value: 3, label: "n" }));
const method = view(select(["adam", "lion"], { label: "method" }));
const on = view(checkbox({ label: "on" }));
const at = view(pointPicker({ label: "start", x: [-2, 2], y: [-1, 1] }));`,
    '[n, method, on, at.join(" ")].join(", ")',
  );
  await first.getByRole("spinbutton", { name: "n" }).fill("7");
  await first.getByRole("combobox", { name: "method" }).selectOption("lion");
  await first.getByRole("checkbox", { name: "on" }).check();
  await first
    .getByRole("group", { name: "start" })
    .getByRole("spinbutton", { name: "x" })
    .fill("1.5");
  await expect(output(second)).toHaveText("7, lion, true, 1.5 0");
  const plane = first.locator(".control-point svg");
  const box = (await plane.boundingBox())!;
  await plane.click({ position: { x: box.width / 2, y: 1 } });
  await expect(output(second)).toHaveText(/^7, lion, true, 0(\.\d+)? (1|0\.9\d*)$/);
});

test("a value out of range is not taken over", async ({ page }) => {
  const [first, second] = await linked(
    page,
    'const n = view(numberField({ min: 0, max: 9, value: 3, label: "n" }));',
    "n",
  );
  const field = first.getByRole("spinbutton", { name: "n" });
  await field.fill("70");
  await field.fill("");
  await expect(output(second)).toHaveText("3");
  await field.fill("4");
  await expect(output(second)).toHaveText("4");
});

test("an error in its cell leaves a slider where the reader has set it", async ({ page }) => {
  const first = await firstCell(page);
  const good = 'const a = view(slider({ min: 0, max: 10, step: 1, value: 5, label: "a" }));\na';
  await runText(first, good);
  await first.getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(output(first)).toHaveText("10");
  await runText(first, good.replace("\na", "\nnowhere"));
  await expect(output(first)).toContainText("nowhere");
  await expect(first.getByRole("slider")).toHaveValue("10");
  await runText(first, good);
  await expect(output(first)).toHaveText("10");
  await page.reload();
  const again = await firstCell(page);
  await run(again).click();
  await expect(output(again)).toHaveText("10");
});

test("a slow cell does not follow the slider: it is marked, and Run brings it up to date", async ({
  page,
}) => {
  const [first, second] = await linked(
    page,
    'const a = view(slider({ min: 0, max: 10, step: 1, value: 5, label: "a" }));',
    "const end = performance.now() + 1100;\nwhile (performance.now() < end);\na",
  );
  await first.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await expect(status(second)).toHaveText(/^Out of date/);
  await expect(output(second)).toHaveText("5");
  await run(second).click();
  await expect(output(second)).toHaveText("6");
});

test("an edited control starts anew, and settings survive a run", async ({ page }) => {
  const [first] = await openCells(page);
  await runText(first, 'const a = view(slider({ min: 0, max: 10, step: 1, label: "a" }));\na');
  await first.getByRole("slider").focus();
  await page.keyboard.press("Home");
  await expect(output(first)).toHaveText("0");
  await run(first).click();
  await expect(output(first)).toHaveText("0");
  await expect(first.getByRole("slider")).toHaveValue("0");
  await runText(first, 'const a = view(slider({ min: 20, max: 30, step: 1, label: "a" }));\na');
  await expect(output(first)).toHaveText("25");
  await expect(first.getByRole("slider")).toHaveValue("25");
});

test("a forged control of a cell does not reach the page", async ({ page }) => {
  const [cell] = await openCells(page);
  await runText(
    cell,
    `const evil = { kind: "control", index: 0, value: 1, control: { control: "slider", label: "<img src=x onerror=alert(1)>", min: 0, max: 1, step: 1, scale: "linear", value: 1, html: "<b>" } };
postMessage({ kind: "event", run: 1, event: { kind: "showed", id: "${await cell.getAttribute("data-cell")}", output: evil } });
1`,
  );
  await expect(status(cell)).toHaveText(/^(Ran in|Error after)/);
  await expect(cell.locator("img")).toHaveCount(0);
  await expect(code(cell)).toBeVisible();
});
