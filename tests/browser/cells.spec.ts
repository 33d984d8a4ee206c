import type { Locator } from "@playwright/test";
import {
  asMeant,
  CHAPTER,
  code,
  edit,
  firstCell,
  openChapter,
  output,
  reloadChapter,
  reset,
  run,
  runText,
  sourceOf,
  status,
  stop,
  write,
} from "./cell-page.ts";
import { clockTest, expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

test("the page shows what its cells gave before anything has run", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const cells = await openChapter(page);
  const shown = await Promise.all(cells.map((cell) => output(cell).textContent()));
  expect(shown.join("").length).toBeGreaterThan(0);
  // A worker is made ready for the first run. No cell has run, and what few readers need is not loaded.
  await expect(page.locator("iframe")).toHaveCount(1);
  await expect(page.locator("downhill-cell:not([data-state=idle])")).toHaveCount(0);
  expect(
    requests.filter((url) => /plot-worker|compile-worker|editor|optimizer-files/.test(url)),
  ).toEqual([]);
});

test("every cell of the chapter runs in the page and shows what the build stored", async ({
  page,
}) => {
  for (const cell of await openChapter(page)) {
    // A file is there only after a run.
    const look = async () =>
      (await output(cell).textContent())?.trim().replace(". Run the cell to save it.", "");
    const stored = await look();
    await run(cell).click();
    await expect(status(cell)).toHaveText(await asMeant(cell));
    expect(await look()).toBe(stored);
  }
});

clockTest("a cell that waited for another says in the end that it ran", async ({ page }) => {
  await page.clock.install();
  const [one, other] = await openChapter(page);
  if (!one || !other) throw new Error("the chapter has not two cells");
  await run(one).click();
  await expect(status(one)).toHaveText(/^Ran in/);
  // Both runs are over before the time has come to say that one waits for the other.
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await run(one).dispatchEvent("click");
  await run(other).dispatchEvent("click");
  await expect(status(other)).toHaveText(/^Ran in/);
  await page.clock.runFor(300);
  await expect(status(other)).toHaveText(/^Ran in/);
});

test("an edited cell shows its new value, and Ctrl+Enter runs it", async ({ page }) => {
  const cell = await firstCell(page);
  await write(cell, "const answer: number = 6 * 7;\nanswer");
  await expect(status(cell)).toHaveText(/^Edited/);
  await page.keyboard.press("Control+Enter");
  await expect(output(cell)).toHaveText("42");
  await expect(status(cell)).toHaveText(/^Ran in/);
  await expect(code(cell)).toContainText("const answer: number = 6 * 7;");
});

test("the page does not move when the editor takes the place of the code", async ({ page }) => {
  const cell = await firstCell(page);
  await cell.scrollIntoViewIfNeeded();
  await page.evaluate(() => document.fonts.ready);
  // Within the cell: what stands above may still be laid out meanwhile.
  const top = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().top);
  const place = async () => (await top(output(cell))) - (await top(cell));
  const lines = () => code(cell).evaluate((element) => element.getBoundingClientRect().height);
  const before = [await place(), await lines()];
  await edit(cell);
  const after = [await place(), await lines()];
  expect(Math.abs((after[0] ?? 0) - (before[0] ?? 0))).toBeLessThan(0.5);
  expect(Math.abs((after[1] ?? 0) - (before[1] ?? 0))).toBeLessThan(0.5);
});

test("Stop ends a loop that never ends, and the next run works at once", async ({ page }) => {
  const cell = await firstCell(page);
  await runText(cell, "while (true) {}");
  await expect(status(cell)).toHaveText("Running");
  await stop(cell).click();
  await expect(status(cell)).toHaveText(/^Stopped after/);
  await runText(cell, "1 + 1");
  await expect(output(cell)).toHaveText("2");
});

test("a loop that prints for ever can be stopped, and its first lines stay", async ({ page }) => {
  const cell = await firstCell(page);
  await runText(cell, "for (let i = 0; ; i++) console.log(i)");
  await expect(output(cell)).toContainText("See the other 951 outputs");
  await stop(cell).click();
  await expect(status(cell)).toHaveText(/^Stopped after/);
  await expect(output(cell)).toContainText("Only the first 1000 outputs are shown.");
});

test("errors say in words what is wrong, and where in the reader's own text", async ({ page }) => {
  const cell = await firstCell(page);
  const cases: readonly (readonly [string, RegExp])[] = [
    [
      "const a: number = 1;\n\n  throw new RangeError('beta must be in [0, 1)')",
      /beta must be in \[0, 1\).*line 3, column 9/,
    ],
    ["const a = ;", /“;” is not expected here.*line 1, column 11/],
    [
      "const total = stepWidth * 2",
      /uses stepWidth, which no cell defines\. Define it in an earlier cell\./,
    ],
    ['import { adm } from "@downhill/optim";\nadm', /exports no adm/],
    [
      'import { a } from "lodash";\na',
      /there is no module "lodash" here\. A cell can import from "@downhill\/optim"/,
    ],
    ["fetch('/')", /uses fetch: it reaches the network, and cells have none/],
    ["const f = (n: number): number => f(n + 1);\nf(0)", /calls itself without end/],
  ];
  for (const [source, message] of cases) {
    await runText(cell, source);
    await expect(output(cell)).toHaveText(message);
  }
});

test("two cells that define one name are told so, and so is a circle", async ({ page }) => {
  const [first, second] = await openChapter(page);
  if (!first || !second) throw new Error("the chapter has fewer than two cells");
  await write(second, "const twin = 1;");
  await runText(first, "const twin = 2;");
  await expect(output(first)).toHaveText(/both define twin\. Rename one of the two\./);
  await write(second, "const here = there;");
  await runText(first, "const there = here;");
  await expect(output(first)).toHaveText(/need each other in a circle/);
});

test("a cell that uses a changed name runs again by itself", async ({ page }) => {
  const [first, second] = await openChapter(page);
  if (!first || !second) throw new Error("the chapter has fewer than two cells");
  await write(second, "height * 2");
  await runText(first, "const height = 21;");
  await expect(output(second)).toHaveText("42");
  await runText(first, "const height = 4;");
  await expect(output(second)).toHaveText("8");
});

test("edits are there after a reload, nothing runs, and Reset can be undone", async ({ page }) => {
  let cell = await firstCell(page);
  const original = await sourceOf(cell);
  await write(cell, "const mine = 123;\nmine");
  cell = await firstCell(page, reloadChapter);
  await expect(code(cell)).toContainText("const mine = 123;");
  await expect(output(cell)).not.toHaveText("123");
  await reset(cell).click();
  expect(await sourceOf(cell)).toBe(original);
  await expect(reset(cell)).toHaveText("Undo reset");
  await reset(cell).click();
  await expect(code(cell)).toContainText("const mine = 123;");
});

test("a run that never ended is not started again by a reload", async ({ page }) => {
  let cell = await firstCell(page);
  await runText(cell, "for (;;) {}");
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(localStorage)))
    .toContain("unfinished");
  cell = await firstCell(page, reloadChapter);
  await expect(status(cell)).toHaveText(/never ended/);
  await expect(code(cell)).toContainText("for (;;) {}");
  await runText(cell, "7");
  await expect(output(cell)).toHaveText("7");
});

test("a damaged save is kept aside and said, and the page works", async ({ page }) => {
  let cell = await firstCell(page);
  const id = await cell.getAttribute("data-cell");
  const key = `downhill:cell:${CHAPTER}:${id}`;
  await page.evaluate((key) => localStorage.setItem(key, "{not json"), key);
  cell = await firstCell(page, reloadChapter);
  await expect(status(cell)).toHaveText(/damaged and cannot be read.*damaged\.1/);
  const kept = await page.evaluate((key) => localStorage.getItem(`${key}.damaged.1`), key);
  expect(kept).toBe("{not json");
  await runText(cell, "5");
  await expect(output(cell)).toHaveText("5");
});

test("a full storage is said in words, and the cell runs all the same", async ({ page }) => {
  const cell = await firstCell(page);
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
  await runText(cell, "3 * 3");
  await expect(output(cell)).toHaveText("9");
  await write(cell, "3 * 3 * 3");
  await expect(status(cell)).toHaveText(/storage is full/);
});

test("without any storage the cell runs and says that nothing is saved", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  const cell = await firstCell(page);
  await write(cell, "8");
  await expect(status(cell)).toHaveText(/does not let the page store anything/);
  await run(cell).click();
  await expect(output(cell)).toHaveText("8");
});

test("a Plot figure made in the worker is shown, and its numbers when asked for", async ({
  page,
}) => {
  const cell = await firstCell(page);
  const source = (end: number) =>
    `import * as Plot from "@observablehq/plot";\nPlot.plot({ marks: [Plot.lineY([1, 4, ${end}]), Plot.frame()] })`;
  await runText(cell, source(9));
  await expect(output(cell).locator("svg path").first()).toBeAttached();
  await expect(status(cell)).toHaveText(/^Ran in/);

  await expect(output(cell).getByRole("table")).toHaveCount(0);
  await output(cell).getByText("Numbers as a table").press("Enter");
  const last = output(cell).getByRole("row").last();
  await expect(last).toHaveText("29");
  // Another run leaves open what is open.
  await runText(cell, source(16));
  await expect(last).toHaveText("216");
});

test("a drawing from a cell can run no script in the page and load nothing", async ({ page }) => {
  const cell = await firstCell(page);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const drawing = `<svg onload="document.title='taken'"><script>document.title='taken'</script><style>body{display:none}</style><image href="https://example.com/a.png"/><rect id="main" style="fill:url(https://example.com/b)" onclick="1"/><circle r="4"/></svg>`;
  await runText(
    cell,
    `const made = { nodeType: 1, localName: "svg", outerHTML: ${JSON.stringify(drawing)} };\nmade`,
  );
  await expect(output(cell).locator("circle")).toBeAttached();
  expect(await output(cell).innerHTML()).not.toMatch(
    /<script|onload|onclick|style|example\.com|id=/,
  );
  await expect(page).not.toHaveTitle("taken");
  expect(requests.filter((url) => url.includes("example.com"))).toEqual([]);
});

test("a cell that forges the worker's replies brings no markup into the page", async ({ page }) => {
  const cell = await firstCell(page);
  const id = await cell.getAttribute("data-cell");
  await runText(
    cell,
    `const g = globalThis as any;
const level = '"><img src="x" onerror="document.title=1">';
for (let run = 0; run < 5; run++) {
  const outputs = [{ kind: "log", level, text: "forged" }];
  g.postMessage({ kind: "event", run, event: { kind: "finished", id: "${id}", outputs, failed: false, took: 1 } });
}
"honest"`,
  );
  await expect(output(cell)).toHaveText("honest");
  await expect(output(cell).locator("img")).toHaveCount(0);
});

test("a list of records is a table, and its numbers keep all digits in the title", async ({
  page,
}) => {
  const cell = await firstCell(page);
  await runText(cell, "[{ k: 1, f: 1 / 3 }, { k: 2, f: 2 / 3 }]");
  await expect(output(cell).getByRole("columnheader")).toHaveText(["k", "f"]);
  await expect(output(cell).getByRole("cell").nth(1)).toHaveText("0.333333");
  await expect(output(cell).getByRole("cell").nth(1)).toHaveAttribute(
    "title",
    "0.3333333333333333",
  );
});

test("a keyboard alone opens, edits, runs and leaves a cell", async ({ page }) => {
  const cell = await firstCell(page);
  await code(cell).locator("pre").focus();
  await page.keyboard.press("Enter");
  await expect(code(cell).getByRole("textbox")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("11");
  await page.keyboard.press("Control+Enter");
  await expect(output(cell)).toHaveText("11");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(run(cell)).toBeFocused();
});

test("arrays larger than the browser can give are an error of the cell", async ({ page }) => {
  const cell = await firstCell(page);
  await write(cell, "const big = new Float64Array(2 ** 40);");
  await run(cell).click();
  await expect(output(cell)).toHaveText(/RangeError.*line 1/);
  await expect(code(cell)).toContainText("2 ** 40");
});
