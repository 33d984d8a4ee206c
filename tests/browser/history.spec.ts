import type { Locator, Page } from "@playwright/test";
import { controlMakers } from "../../src/notebook/control-makers.ts";
import { controlMarkup } from "../../src/notebook/control-markup.ts";
import type { Version } from "../../src/notebook/history.ts";
import { violations } from "./accessibility.ts";
import {
  CHAPTER,
  code,
  firstCell,
  output,
  reloadChapter,
  reset,
  run,
  runOnlyWhenAsked,
  runText,
  sourceOf,
  status,
  stop,
  write,
} from "./cell-page.ts";
import { clockTest, expect, sidewaysScroll, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

const toggle = (cell: Locator) =>
  cell.getByRole("button", { name: "Earlier versions", exact: true });
const panel = (cell: Locator) => cell.getByRole("region", { name: "Earlier versions" });
const rows = (cell: Locator) => panel(cell).locator("li > button");
const restore = (cell: Locator) =>
  panel(cell).getByRole("button", { name: "Restore this version" });

const keyOf = (id: string | null | undefined) => `downhill:cell:${CHAPTER}:${id}`;
const key = async (cell: Locator) => keyOf(await cell.getAttribute("data-cell"));

/** Opens the chapter as a reader does who has worked on its first cell before. */
async function firstCellWith(page: Page, save: object, versions?: readonly Version[] | string) {
  const html = await (await page.request.get(`${CHAPTER}/`)).text();
  const name = keyOf(/<downhill-cell[^>]* data-cell="([^"]+)"/.exec(html)?.[1]);
  const history =
    typeof versions === "object" ? JSON.stringify({ version: 1, value: versions }) : versions;
  await page.addInitScript(
    ([name, save, history]) => {
      if (window.origin === "null" || localStorage.getItem(name) !== null) return;
      localStorage.setItem(name, save);
      if (history !== null) localStorage.setItem(`${name}:versions`, history);
    },
    [name, JSON.stringify(save), history ?? null] as const,
  );
  return firstCell(page);
}

const minutesAgo = (count: number) => Date.now() - count * 60_000;

test("what was run is listed, can be looked at, brought back, and that undone", async ({
  page,
}) => {
  let cell = await firstCell(page);
  const original = await sourceOf(cell);
  await runOnlyWhenAsked(cell);
  await expect(toggle(cell)).toBeHidden();
  await runText(cell, "const a = 1;\na + 1");
  await expect(output(cell)).toHaveText("2");
  await expect(toggle(cell)).toBeHidden();
  await runText(cell, "const a = ;");
  await expect(status(cell)).toHaveText(/^Error/);
  await runText(cell, "for (;;) {}");
  await expect(status(cell)).toHaveText("Running");
  await stop(cell).click();
  await write(cell, "const a = 1;\na + 7");
  await toggle(cell).click();
  await expect(rows(cell)).toHaveText([
    /^just now\s*stopped\s*for \(;;\) \{\}/,
    /^just now\s*error\s*const a = ;/,
    /^just now\s*ran\s*a \+ 1/,
  ]);
  await rows(cell).nth(2).click();
  await expect(panel(cell).locator("pre mark")).toHaveText(["a + 7", "a + 1"]);
  await restore(cell).click();
  await expect(status(cell)).toHaveText(/^Earlier version restored, not yet run/);
  expect(await sourceOf(cell)).toBe("const a = 1;\na + 1");
  await page.keyboard.press("ControlOrMeta+z");
  expect(await sourceOf(cell)).toBe("const a = 1;\na + 7");
  await page.keyboard.press("ControlOrMeta+y");
  expect(await sourceOf(cell)).toBe("const a = 1;\na + 1");

  await reset(cell).click();
  cell = await firstCell(page, reloadChapter);
  expect(await sourceOf(cell)).toBe(original);
  await toggle(cell).click();
  await expect(rows(cell)).toHaveCount(4);
  await rows(cell).first().click();
  await restore(cell).click();
  await expect(code(cell)).toContainText("a + 1");
  await expect(status(cell)).toHaveText(/^Earlier version restored, not yet run/);
});

clockTest("a pause of editing keeps a version, and leaving the page does", async ({ page }) => {
  await page.clock.install();
  let cell = await firstCell(page);
  await write(cell, "'first'");
  // Shorter than the pause, with room for the typing on a slow machine.
  await page.clock.fastForward(5000);
  await write(cell, "'second'");
  await page.clock.fastForward(16_000);
  await write(cell, "'third'");
  await toggle(cell).click();
  await expect(rows(cell)).toHaveText([/^just now\s*not run\s*'second'/]);
  await expect(panel(cell).locator("time")).toHaveAttribute("title", /\d:\d\d:\d\d/);
  await page.clock.fastForward(120_000);
  await expect(rows(cell).last()).toHaveText(/^2 min ago/);
  await write(cell, "'fourth'");
  cell = await firstCell(page, reloadChapter);
  await write(cell, "'fifth'");
  await toggle(cell).click();
  await expect(rows(cell)).toHaveText([/'fourth'/, /'third'/, /'second'/]);
});

test("work saved by the first edition is taken over, with the text that Reset put away", async ({
  page,
}) => {
  const old = { version: 1, value: { source: "'mine'", before: "'put away'" } };
  let cell = await firstCellWith(page, old);
  await expect.poll(() => sourceOf(cell)).toBe("'mine'");
  await expect(status(cell)).toHaveText("Your text of last time, not yet run");
  cell = await firstCell(page, reloadChapter);
  await toggle(cell).click();
  await expect(rows(cell)).toHaveText([/^earlier visit\s*not run\s*'put away'/]);
});

test("a damaged history is set aside, and the text is there", async ({ page }) => {
  const mine = { version: 2, value: { source: "6 * 7" } };
  const cell = await firstCellWith(page, mine, '{"version":1,"value":[{"text":');
  await expect.poll(() => sourceOf(cell)).toBe("6 * 7");
  await expect(status(cell)).toHaveText(
    /^Your text of last time, not yet run\. Your saved history of this cell is damaged .*versions\.damaged\.1”; the text of the cell is not affected/,
  );
  await run(cell).click();
  await expect(output(cell)).toHaveText("42");
});

test("in a full storage earlier versions are given up for the text, and this is said", async ({
  page,
}) => {
  const versions = ["a", "b", "c"].map((text) => ({ text: text.repeat(5000), at: minutesAgo(1) }));
  const cell = await firstCellWith(page, { version: 2, value: { source: "'mine'" } }, versions);
  await page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      for (let n = 0; n < 20; n++) {
        try {
          localStorage.setItem(`fill-${size}-${n}`, "x".repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  const long = `'${"y".repeat(6000)}'`;
  await write(cell, long);
  await expect(status(cell)).toHaveText(
    "Edited, saved. This browser’s storage is full: older versions of this cell are gone when you leave the page, so copy what you need",
  );
  const saved = (name: string) => page.evaluate((name) => localStorage.getItem(name) ?? "", name);
  expect(await saved(await key(cell))).toContain(long);
  expect(await saved(`${await key(cell)}:versions`)).not.toContain("aaa");
  await toggle(cell).click();
  await expect(rows(cell)).toHaveCount(4);
});

test("the keyboard is enough, on a narrow page too, and nothing is said in colour alone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const versions = Array.from({ length: 10 }, (_, i) => ({
    text: `const version = ${i};\n'a line that does not change'`,
    at: minutesAgo(30 - i),
    run: i % 2 ? ("error" as const) : ("ran" as const),
  }));
  const source = "const version = 'now';\n'a line that does not change'";
  const cell = await firstCellWith(page, { version: 2, value: { source } }, versions);
  const press = async (...keys: readonly string[]) => {
    for (const one of keys) await page.keyboard.press(one);
  };
  await cell.locator("summary").focus();
  await press("Tab");
  await expect(toggle(cell)).toBeFocused();
  await press("Enter");
  await expect(toggle(cell)).toHaveAttribute("aria-expanded", "true");
  await expect(rows(cell)).toHaveCount(8);
  await press("Tab", "Enter");
  await expect(rows(cell).first()).toBeFocused();
  await expect(rows(cell).first()).toHaveAttribute("aria-expanded", "true");
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await violations(page, [".history"])).toEqual([]);

  await panel(cell).getByRole("button", { name: "Show all 10" }).press("Enter");
  await expect(rows(cell)).toHaveCount(10);
  await expect(rows(cell).nth(8)).toBeFocused();
  await press("Escape");
  await expect(toggle(cell)).toBeFocused();
  await expect(panel(cell)).toBeHidden();

  await press("Enter");
  await expect(rows(cell)).toHaveCount(8);
  await press("Tab", "Enter", "Tab", "Tab");
  await expect(restore(cell)).toBeFocused();
  await press("Enter");
  await expect(code(cell)).toContainText("const version = 9;");
  await expect(code(cell).getByRole("textbox")).toBeFocused();

  await toggle(cell).press("Enter");
  await panel(cell).getByRole("button", { name: "Forget earlier versions" }).press("Enter");
  await expect(panel(cell)).toContainText(
    "Forget all 10 earlier versions? Your present text stays",
  );
  await expect(panel(cell).getByRole("button", { name: "Keep them" })).toBeFocused();
  await press("Enter");
  await expect(panel(cell).getByRole("button", { name: "Forget earlier versions" })).toBeFocused();
  await press("Enter", "Tab", "Enter");
  await expect(status(cell)).toHaveText(/^Earlier versions forgotten/);
  await expect(toggle(cell)).toBeHidden();
  await expect(run(cell)).toBeFocused();
  const saved = await page.evaluate(() => JSON.stringify(localStorage));
  expect(saved).not.toContain("version = 8");
  expect(saved).toContain("version = 9");
});

test("settings of the controls are there after a reload, and used by the next run", async ({
  page,
}) => {
  let cell = await firstCell(page);
  const slider = 'const a = view(slider({ min: 0, max: 10, step: 1, label: "a" }));\na';
  await runText(cell, slider);
  await cell.getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(output(cell)).toHaveText("10");
  cell = await firstCell(page, reloadChapter);
  await expect(status(cell)).toHaveText("Your text and settings of last time, not yet run");
  await run(cell).click();
  await expect(output(cell)).toHaveText("10");
  await expect(cell.getByRole("slider")).toHaveValue("10");
  await write(cell, slider.replace("max: 10", "max: 5"));
  cell = await firstCell(page, reloadChapter);
  await run(cell).click();
  await expect(output(cell)).toHaveText("3");
});

test.describe("with controls of the author", () => {
  // The page is changed on its way, and so comes whole.
  test.use({ of: "" });

  test("settings of the author's controls come back where they still suit", async ({ page }) => {
    const made = [
      controlMakers.slider({ min: 0, max: 1, value: 0.5, label: "rate" }),
      controlMakers.select(["adam", "lion"], { label: "method" }),
      controlMakers.checkbox({ label: "on" }),
      controlMakers.numberField({ min: 0, max: 9, value: 3, label: "n" }),
    ];
    const markup = made.map((control, i) =>
      controlMarkup(i, control, control.value, (text) => text.replaceAll('"', "&quot;")),
    );
    await page.route(`**/${CHAPTER}/`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(
        /(data-part="controls"[^>]*>)/,
        (start) => start + markup.join(""),
      );
      await route.fulfill({ response, body: html });
    });
    const settings = [
      { label: "rate", value: 0.75 },
      { label: "method", value: "sgd" },
      { label: "on", value: true },
      { label: "m", value: 5 },
    ];
    const cell = await firstCellWith(page, { version: 2, value: { settings } });
    const stored = await output(cell).textContent();
    await expect(status(cell)).toHaveText("Your settings of last time, not yet run");
    await expect(cell).toHaveAttribute("data-stale");
    await expect(cell.getByRole("slider")).toHaveValue("0.75");
    await expect(cell.getByRole("combobox")).toHaveValue("adam");
    await expect(cell.getByRole("checkbox")).toBeChecked();
    await expect(cell.getByRole("spinbutton")).toHaveValue("3");
    expect(await output(cell).textContent()).toBe(stored);
    await expect(reset(cell)).toBeHidden();
  });
});
