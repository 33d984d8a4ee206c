import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { output, run, status } from "./cell-page.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";
import {
  addCode,
  addText,
  newNotebook,
  openFile,
  order,
  parts,
  press,
  said,
} from "./scratch-page.ts";

const cell = (page: Page, n = 0) => page.locator("downhill-cell").nth(n);

test("texts and cells are written, run, moved, folded, deleted and found again after a reload", async ({
  page,
}) => {
  await newNotebook(page);
  await cell(page).locator("pre").click();
  await expect(page.locator(".cm-content:focus")).toHaveCount(1);
  await page.keyboard.insertText("const a = 6;\na * 7");
  await page.keyboard.press("Control+Enter");
  await expect(output(cell(page))).toHaveText("42");

  await addText(page, "+ Text at the top", "# A bowl\n\nIts gradient is $A x$.");
  await expect(page.getByRole("heading", { name: "A bowl", level: 2 })).toBeVisible();
  await expect(parts(page).first().locator(".katex")).toBeVisible();
  await addCode(page, "+ Code after cell 2", "a + 1");
  await page.keyboard.press("Control+Enter");
  await expect(output(cell(page, 1))).toHaveText("7");

  // By keyboard; the button that was pressed keeps it.
  await page.getByRole("button", { name: "Move cell 3 up" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move cell 2 up" })).toBeFocused();
  expect(await order(page)).toEqual(
    ["A bowl\nIts gradient", "a + 1", "const a = 6;"].map((one) =>
      expect.stringContaining(one.split("\n")[0] ?? ""),
    ),
  );
  await press(page, "Fold cell 3");
  await expect(cell(page, 1)).toBeHidden();
  await expect(page.getByRole("button", { name: "Unfold cell 3" }).last()).toHaveText(
    /const a = 6/,
  );

  await press(page, "Delete cell 2");
  await expect(parts(page)).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(parts(page)).toHaveCount(3);
  await expect(cell(page).locator("pre")).toHaveText("a + 1");
  await press(page, "Delete text 1");

  await page.reload();
  await expect(parts(page)).toHaveCount(2);
  await expect(cell(page).locator("pre")).toHaveText("a + 1");
  await expect(cell(page, 1)).toBeHidden();
  await expect(status(cell(page))).toHaveText(/^Your text of last time, not yet run/);
  await page.getByText("Deleted from this notebook (1)").click();
  await page.getByRole("button", { name: /^Restore Text: # A bowl/ }).click();
  await expect(page.getByRole("heading", { name: "A bowl" })).toBeVisible();

  // The order is that of the page, and what a cell needs runs before it.
  await press(page, "Run all");
  await expect(output(cell(page))).toHaveText("7");

  await press(page, "Rename this notebook");
  await page.keyboard.insertText("Bowls");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Bowls", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "All notebooks" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Bowls" })).toContainText(
    "2 cells, 1 text",
  );
  await press(page, "Duplicate “Bowls”");
  await press(page, "Delete “Bowls”");
  await expect(page.locator("[data-part=list] li")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-part=list] li")).toHaveCount(2);
  await page.getByRole("link", { name: "Copy of Bowls" }).click();
  await expect(cell(page).locator("pre")).toHaveText("a + 1");
  // What was the reader's text is the text of the copy.
  await expect(status(cell(page))).toHaveText("");
});

test("two tabs add to one notebook, and each keeps what the other added; a full storage is said", async ({
  page,
  context,
}) => {
  await newNotebook(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(parts(other)).toHaveCount(1);
  await addText(page, "+ Text after cell 1", "from here");
  await addText(other, "+ Text at the top", "from there");
  await expect(said(page)).toHaveText("Changed in another tab");
  for (const tab of [page, other]) {
    await expect(parts(tab)).toHaveCount(3);
    await expect.poll(() => order(tab)).toEqual(["from there", "", "from here"]);
  }
  // Both write the same text: the one that was there first is an earlier version.
  await other.getByText("from here").dblclick();
  await page.getByText("from here").dblclick();
  await other.keyboard.insertText(" and there");
  await other.keyboard.press("Escape");
  await page.keyboard.insertText(" and here");
  await page.keyboard.press("Escape");
  await expect(said(page)).toHaveText(
    /changed in another tab too; that text is under Earlier versions/,
  );
  await press(page, "Earlier versions");
  await expect(page.locator(".history-list")).toContainText("and there");
  await other.close();

  await page.evaluate(() => {
    let size = 4_000_000;
    for (let n = 0; size > 0; n++) {
      try {
        localStorage.setItem(`full:${n}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await addText(page, "+ Text at the top", `not lost ${"y".repeat(500)}`);
  await expect(said(page)).toHaveText(/Not saved: this browser’s storage is full/);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith("full:")) localStorage.removeItem(key);
  });
  await press(page, "Fold text 1");
  await expect(said(page)).toHaveText("Folded");
  await page.reload();
  await expect(page.getByRole("button", { name: "Unfold text 1" }).last()).toHaveText(/^not lost/);
});

const ATTACK = [
  "<script>window.reached = 'script'</script>",
  "<img src=x onerror=\"window.reached='handler'\">",
  "[a](javascript:window.reached='link') [b](JaVa&#x53;cript:alert(1)) [c](data:text/html,x)",
  "![remote](https://attack.invalid/pixel.png)",
  '<div style="position:fixed;inset:0;z-index:99" id="main" class="masthead">cover</div>',
  "$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://attack.invalid/a.png}$ $\\htmlStyle{position:fixed}{x}$",
  "$$\\hspace{-1000em}\\rule{4000em}{4000em}$$",
].join("\n\n");

test("a notebook from a stranger's file or link reaches nothing, and runs only when asked", async ({
  page,
}) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("notebook/");
  await expect(page.getByRole("button", { name: "New notebook" })).toBeVisible();
  expect(
    requests.filter((url) => /editor|prose-markup|optimizer-files|sanitise/.test(url)),
  ).toEqual([]);
  const hostile = JSON.stringify({
    format: "downhill-notebook",
    version: 1,
    title: "<b>Kind</b>",
    parts: [
      { kind: "prose", id: "main", text: ATTACK },
      {
        kind: "code",
        id: '"><img src=x>',
        text: "</code><img src=x onerror=alert(1)>",
        title: "<i>T</i>",
      },
      { kind: "code", id: "net", text: "display(1); await fetch('https://attack.invalid/')" },
    ],
  });
  const words = page.locator("[data-part=said]");
  for (const [name, text, refusal] of [
    ["cut.json", hostile.slice(0, 100), /damaged or was cut off/],
    ["foreign.json", '{"cells":[]}', /comes from another program/],
    [
      "future.json",
      hostile.replace('"version":1', '"version":9'),
      /another edition of the book \(format 9, here 1\)/,
    ],
    ["large.json", " ".repeat(5_000_001), /too large for a notebook/],
    [
      "python.ipynb",
      '{"nbformat":4,"metadata":{"language_info":{"name":"python"}},"cells":[]}',
      /written in python/,
    ],
  ] as const) {
    await openFile(page, name, text);
    await expect(words).toHaveText(refusal);
  }
  await expect(page.locator("[data-part=yours]")).toBeHidden();

  await openFile(page, "hostile.json", hostile);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("<b>Kind</b>");
  await expect(cell(page, 1)).toHaveAttribute("data-ready");
  await isHarmless(page);
  await expect(page.locator("downhill-cell:not([data-state=idle])")).toHaveCount(0);
  await run(cell(page, 1)).click();
  await expect(output(cell(page, 1))).toContainText("it reaches the network, and cells have none");

  await press(page, "Share or take away");
  await page.getByLabel("Your name, if you like").fill("<b>Ada</b>");
  await press(page, "Copy a link");
  const field = page.getByLabel("Link to this notebook");
  await expect(field).toHaveValue(/#share=/);
  const link = await field.inputValue();
  expect(link.length).toBeLessThan(2000);
  await page.goto("about:blank");
  await page.goto(link);
  await expect(
    page.getByText(/^This notebook comes from a link by <b>Ada<\/b>, to be read/),
  ).toBeVisible();
  await expect(page.locator("downhill-cell[data-ready]")).toHaveCount(0);
  await isHarmless(page);
  await expect(page.getByText(/^This link/)).toHaveCount(0);
  await press(page, "Keep a copy");
  await expect(cell(page, 1)).toHaveAttribute("data-ready");
  // A notebook is shared as a whole.
  await expect(cell(page, 1).getByRole("button", { name: /^Share/ })).toHaveCount(0);
  await page.goto("notebook/#share=AAAA");
  await expect(words).toHaveText(/^This link is damaged/);
  expect(requests.filter((url) => url.includes("attack.invalid"))).toEqual([]);
});

async function isHarmless(page: Page): Promise<void> {
  const prose = page.locator(".scratch-prose").first();
  await expect(prose.locator(".katex").first()).toBeAttached();
  expect(await page.evaluate(() => "reached" in window)).toBe(false);
  await expect(
    prose.locator("script, img, iframe, style, [style*=fixed], [onerror], [id], .masthead"),
  ).toHaveCount(0);
  const links = await prose
    .locator("a")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(links.filter((href) => href !== null)).toEqual(["https://attack.invalid/pixel.png"]);
  // Drawn where it belongs: the page can be used beside it.
  await page.getByRole("link", { name: "All notebooks" }).click({ trial: true });
  expect(await sidewaysScroll(page)).toBe(0);
}

test("a notebook from a chapter has its cells, fits a phone, is accessible, and goes away as files", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("notebook/");
  // The page is filled by its script.
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Chapter").selectOption("ewa");
  await press(page, "Begin from this chapter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^From /);
  await expect(page).toHaveURL(/#id=my-/);
  await expect(page.getByText("The cells of Exp")).toBeVisible();
  await expect(cell(page)).toHaveAttribute("data-ready");
  await run(cell(page)).click();
  await expect(status(cell(page))).toHaveText(/^Ran in/);
  await page.getByText("The cells of Exp").dblclick();
  await page.keyboard.insertText("Mine. ");
  await press(page, "Share or take away");
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await violations(page)).toEqual([]);
  for (const [name, file, holds] of [
    [
      "Notebook file, to be opened here again",
      /\.notebook\.json$/,
      '"format": "downhill-notebook"',
    ],
    ["TypeScript file for Node", /\.ts$/, "@downhill/optim"],
    ["Jupyter notebook", /\.ipynb$/, "nbformat"],
    ["Web page of its own", /\.html$/, "<!doctype html>"],
  ] as const) {
    const saving = page.waitForEvent("download");
    await press(page, name);
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(file);
    expect(readFileSync(await download.path(), "utf8").toLowerCase()).toContain(
      holds.toLowerCase(),
    );
  }
  // Another address of the page is another view: it loads itself anew.
  await page.goto("notebook/#from=//attack.invalid/x");
  await expect(page.locator("[data-part=said]")).toHaveText(
    "This book has no page “//attack.invalid/x” to begin a notebook from.",
  );
  await page.goto("notebook/#id=my-gone");
  await expect(page.locator("[data-part=said]")).toHaveText(
    /^That notebook is not in this browser/,
  );
});
