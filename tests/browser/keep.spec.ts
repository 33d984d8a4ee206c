import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import {
  CHAPTER,
  cellOf,
  code,
  FIRST_CELL,
  firstCell,
  openChapter,
  output,
  reloadChapter,
  run,
  runOnlyWhenAsked,
  runText,
  sourceOf,
  status,
  write,
} from "./cell-page.ts";
import { at, check, typeCode, verdict } from "./exercise-page.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

test.use({ of: "downhill-cell, downhill-exercise" });

const KEY = `downhill:cell:${CHAPTER}:${FIRST_CELL}`;

/** Puts something into the storage of the book before its first page is opened. */
async function saveBefore(page: Page, entries: Readonly<Record<string, unknown>>) {
  await page.goto("404.html");
  await page.evaluate((all) => {
    for (const [key, value] of Object.entries(all))
      localStorage.setItem(key, typeof value === "string" ? value : JSON.stringify(value));
  }, entries);
}

test("a text is there after its page has died, typed a second before", async ({
  page,
  context,
}) => {
  await page.goto("404.html");
  const tab = await context.newPage();
  const cell = await firstCell(tab);
  await write(cell, "'not lost'");
  await expect(status(cell)).toHaveText("Edited, saved");
  const killer = await context.newCDPSession(tab);
  const died = tab.waitForEvent("crash");
  killer.send("Page.crash").catch(() => {});
  await died;
  await tab.close();
  expect(await sourceOf(await firstCell(page))).toBe("'not lost'");
});

test("a storage that is wiped under the open page is filled again by the next save", async ({
  page,
}) => {
  let [cell, other] = await openChapter(page);
  if (!cell || !other) throw new Error("the chapter has too few cells");
  await write(cell, "'first'");
  await expect(status(cell)).toHaveText("Edited, saved");
  await page.evaluate(() => localStorage.clear());
  await write(other, "'second'");
  await expect(status(other)).toHaveText("Edited, saved");
  [cell, other] = await reloadChapter(page);
  if (!cell || !other) throw new Error("the chapter has too few cells");
  expect([await sourceOf(cell), await sourceOf(other)]).toEqual(["'first'", "'second'"]);
});

test("a text for which there is no room stays on the page, and is not left unasked", async ({
  page,
}) => {
  const cell = await firstCell(page);
  await page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1)
      for (let n = 0; n < 20; n++)
        try {
          localStorage.setItem(`fill-${size}-${n}`, "x".repeat(size));
        } catch {
          break;
        }
  });
  await write(cell, "'no room'");
  await expect(status(cell)).toHaveText(/storage is full/);
  const asked = page.waitForEvent("dialog");
  const going = page.evaluate(() => location.reload());
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await going;
  await expect.poll(() => sourceOf(cell)).toBe("'no room'");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith("fill")) delete localStorage[key];
  });
  await write(cell, "'room again'");
  await expect(status(cell)).toHaveText("Edited, saved");
  expect(await sourceOf(await firstCell(page, reloadChapter))).toBe("'room again'");
});

test("what was shown before all cells ran can be had back, by the keyboard too", async ({
  page,
}) => {
  const cell = await firstCell(page);
  await runOnlyWhenAsked(cell);
  await runText(
    cell,
    "const slider1 = view(slider({ min: 0, max: 9, step: 1, value: 4 }));\nslider1",
  );
  await expect(output(cell)).toHaveText("4");
  await cell.getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(output(cell)).toHaveText("9");
  await write(cell, "'other'");
  const others = await page.locator('[data-part="output"]').allTextContents();
  const all = cell.getByRole("button", { name: "Run all cells" });
  await all.press("Enter");
  await expect(output(cell)).toHaveText("other");
  await expect(page.locator('downhill-cell:not([data-state="idle"])')).toHaveCount(0);
  await page.keyboard.press("Tab");
  const undo = cell.getByRole("button", { name: "Undo: show what was there before" });
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(output(cell)).toHaveText("9");
  await expect(cell.getByRole("slider")).toHaveValue("9");
  await expect(cell).toHaveAttribute("data-stale");
  await expect.poll(() => sourceOf(cell)).toBe("'other'");
  expect(await page.locator('[data-part="output"]').allTextContents()).toEqual(others);
  await expect(undo).toHaveCount(0);
  await expect(all).toBeFocused();
  await run(cell).click();
  await expect(output(cell)).toHaveText("other");
});

test("a cell whose author's text has changed says so, and takes what the reader chooses", async ({
  page,
}) => {
  const original = await sourceOf(await firstCell(page));
  const lines = original.split("\n");
  expect(lines.length).toBeGreaterThan(6);
  // What the author wrote then, and what the reader made of it.
  const base = ["// an old line", ...lines].join("\n");
  const mine = `${base}\n// mine`;
  const both = `${original}\n// mine`;
  const open = async () => {
    await saveBefore(page, { [KEY]: { version: 2, value: { source: mine, base } } });
    return firstCell(page);
  };
  let cell = await open();
  const question = cell.getByRole("region", { name: "The author has changed this cell" });
  await expect(question).toContainText("Yours is still here");
  expect((await code(cell).textContent()) ?? "").toBe(mine);
  await question.getByRole("button", { name: "What the author changed" }).click();
  await expect(question.locator("mark")).toHaveText(["// an old line"]);
  expect(await violations(page, [".edition"])).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await sidewaysScroll(page)).toBe(0);
  await question.getByRole("button", { name: "Put both together" }).click();
  await expect(status(cell)).toHaveText(/^Both changes are in the text; yours is among/);
  await expect(question).toHaveCount(0);
  expect(await sourceOf(cell)).toBe(both);

  cell = await firstCell(page, reloadChapter);
  await expect(question).toHaveCount(0);
  expect(await sourceOf(cell)).toBe(both);
  await cell.getByRole("button", { name: "Earlier versions", exact: true }).click();
  await expect(page.locator(".history-row")).toHaveText([/an old line/]);

  cell = await open();
  await question.getByRole("button", { name: "Keep mine" }).press("Enter");
  cell = await firstCell(page, reloadChapter);
  await expect(question).toHaveCount(0);
  expect(await sourceOf(cell)).toBe(mine);

  cell = await open();
  await question.getByRole("button", { name: "Take the author’s" }).click();
  expect(await sourceOf(cell)).toBe(original);
  cell = await firstCell(page, reloadChapter);
  expect(await sourceOf(cell)).toBe(original);
  await expect(cell.getByRole("button", { name: "Earlier versions", exact: true })).toBeVisible();
});

test("work of before editions were noted is taken over, and nothing is claimed of it", async ({
  page,
}) => {
  await saveBefore(page, { [KEY]: { version: 2, value: { source: "'old work'" } } });
  const cell = await firstCell(page);
  await expect(status(cell)).toHaveText("Your text of last time, not yet run");
  await expect(cell.locator(".edition")).toHaveCount(0);
  await expect
    .poll(() => page.evaluate((key) => JSON.parse(localStorage[key]).value.base, KEY))
    .toContain("\n");
});

test("work on what is no longer in the book is listed, and a restored file takes nothing away", async ({
  page,
}) => {
  const progress = { attempts: 1, passed: false, hints: 0, answer: ["0.7"] };
  await saveBefore(page, {
    [KEY]: { version: 2, value: { source: "'here'" } },
    "downhill:cell:momentum:long-gone": { version: 2, value: { source: "'of old'" } },
    "downhill:exercise:momentum:long-gone": { version: 1, value: progress },
    [`${KEY}.damaged.1`]: "{half",
  });
  await page.goto("my-work/");
  const strays = page.locator("[data-part=strays]");
  await expect(strays.locator("summary")).toHaveText([
    `A save that could not be read: “${FIRST_CELL}” of “${CHAPTER}”`,
    "Cell “long-gone” of “momentum”",
    "Exercise “long-gone” of “momentum”",
  ]);
  await strays.getByText("Cell “long-gone”").click();
  await expect(strays.locator("pre").nth(1)).toHaveText("'of old'");
  expect(await violations(page)).toEqual([]);
  const saving = page.waitForEvent("download");
  await strays.locator("li").nth(1).getByRole("button", { name: "Save as a file" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("momentum-long-gone.txt");
  expect(readFileSync(await saved.path(), "utf8")).toBe("'of old'");

  const whole = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save all work as a file" }).click();
  const file = await (await whole).path();
  expect(readFileSync(file, "utf8")).toContain("{half");
  await page.evaluate(
    ([key]) => {
      const value = { source: "'newer'" };
      localStorage.setItem(key, JSON.stringify({ version: 2, value }));
    },
    [KEY] as const,
  );
  await page.locator("[data-part=file]").setInputFiles(file);
  await expect(page.locator("[data-part=sum]")).toContainText("What was here before is here too");
  const cell = cellOf(page, FIRST_CELL);
  await openChapter(page);
  await expect.poll(() => sourceOf(cell)).toBe("'here'");
  await cell.getByRole("button", { name: "Earlier versions", exact: true }).click();
  await expect(page.locator(".history-row")).toContainText([/'newer'/]);
});

test("the code of an exercise whose beginning has changed is asked about too, and a put-aside answer comes back", async ({
  page,
}) => {
  const key = "downhill:exercise:momentum:heavy-ball";
  await page.goto("momentum/");
  const exercise = at(page, "heavy-ball");
  const code = exercise.locator("[data-part=code]");
  const starter = (await code.textContent()) ?? "";
  await typeCode(exercise, `${starter}\n// mine`);
  await expect
    .poll(() => page.evaluate((key) => localStorage[key] ?? "", key))
    .toContain("// mine");
  await page.goto("404.html");
  await page.evaluate(
    ([key, aside]) => {
      const save = JSON.parse(localStorage[key] ?? "");
      save.value.base = `// old\n${save.value.base}`;
      save.value.answer = `// old\n${save.value.answer}`;
      save.value.aside = [{ answer: aside, at: 0 }];
      localStorage.setItem(key, JSON.stringify(save));
    },
    [key, "// aside"] as const,
  );
  await page.goto("momentum/");
  const question = exercise.getByRole("region", { name: "The author has changed this exercise" });
  await question.getByRole("button", { name: "Put both together" }).click();
  await expect(question).toHaveCount(0);
  expect((await code.textContent()) ?? "").toBe(`${starter}\n// mine`);
  await exercise.getByText("Answers put aside").click();
  await expect(exercise.locator(".exercise-aside pre")).toHaveText([/^\/\/ old/, "// aside"]);
  await exercise.getByRole("button", { name: "Bring it back" }).nth(1).click();
  await expect(code).toHaveText("// aside");
  await check(exercise);
  await expect(verdict(exercise)).not.toHaveText("");
});
