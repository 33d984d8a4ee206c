import { expect, test } from "@playwright/test";
import { type Browser, launch, type Page } from "puppeteer-core";
import { findFirefox } from "../../src/cli/browser.mjs";
import { builtPages } from "../site/pages.ts";

const pages = builtPages().map(({ path }) => path);
let browser: Browser;

test.beforeAll(async () => {
  browser = await launch({ browser: "firefox", executablePath: findFirefox() });
});
test.afterAll(() => browser?.close());

/**
 * Does something in a page in which nothing may go wrong unseen.
 * @param expected what Firefox tells as an error, and is as it should be
 */
async function inPage(
  root: string | undefined,
  act: (page: Page, at: string) => Promise<void>,
  expected?: RegExp,
) {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  await page.setViewport({ width: 1280, height: 900 });
  await act(page, root ?? "");
  await page.close();
  expect(wrong.filter((one) => !expected?.test(one))).toEqual([]);
}

/** NS_BINDING_ABORTED: a font that was still on its way when the page was left. */
const LEFT = /downloadable font: download failed .* status=2152398850/;

/**
 * A fraction of which only the first part has come when what is there is laid out. That each has two
 * parts in the end is tested in tests/site/site.test.ts.
 */
const HALF_READ = /Invalid markup: Incorrect number of children for <mfrac\/> tag/;

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? "");

/** A cell or exercise that is ready, brought to the middle of the window. */
async function ready(page: Page, selector: string): Promise<string> {
  await page.waitForSelector(`${selector}[data-ready]`);
  await page.$eval(selector, (element) =>
    element.scrollIntoView({ block: "center", behavior: "instant" }),
  );
  return selector;
}

async function press(page: Page, inside: string, name: string) {
  await page.locator(`${inside} ::-p-aria([name="${name}"][role="button"])`).click();
}

async function both(page: Page, modifier: "Control", key: "a" | "Enter" | "k") {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
}

test("every page opens without an error, and none scrolls sideways", async ({ baseURL }) => {
  test.setTimeout(600_000);
  await inPage(
    baseURL,
    async (page, root) => {
      const sideways = () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      for (const path of pages) {
        // A page that is left while a part of it is on its way tells that as an error.
        await page.goto(new URL(path, root).href, { waitUntil: "networkidle0" });
        for (const width of [360, 1280]) {
          await page.setViewport({ width, height: 900 });
          // Figures are laid out anew for another width.
          await expect.poll(sideways, `${path} at ${width} px`).toBe(0);
        }
      }
    },
    new RegExp(`${LEFT.source}|${HALF_READ.source}`),
  );
});

test("a cell runs, is typed, stopped, and has no way to the network", async ({ baseURL }) => {
  await inPage(
    baseURL,
    async (page, root) => {
      await page.goto(`${root}ewa/`);
      const cell = await ready(page, 'downhill-cell[data-cell="two-ways"]');
      const status = () => text(page, `${cell} [data-part=status]`);
      await press(page, cell, "Run");
      await expect.poll(status).toMatch(/^Ran in/);

      const run = async (code: string) => {
        await page.locator(`${cell} .cm-content`).click();
        await both(page, "Control", "a");
        await page.keyboard.type(code);
        await both(page, "Control", "Enter");
      };
      await page.locator(`${cell} [data-part=code]`).click();
      await run("const start: string = 12;\nstart");
      await expect.poll(() => text(page, `${cell} .cell-output`)).toBe("12");
      await page.waitForSelector(`${cell} .cm-lintRange-error`, { timeout: 60_000 });

      await run("for (;;) {}");
      await press(page, cell, "Stop");
      await expect.poll(status).toMatch(/^Stopped/);

      await run(
        'await globalThis["fe" + "tch"]("https://example.org").then(() => "out", () => "kept in")',
      );
      await expect.poll(() => text(page, `${cell} .cell-output`)).toBe("kept in");
    },
    /Content-Security-Policy: .*\(connect-src\)/,
  );
});

test("a figure is stepped, an exercise is checked, and the palette finds", async ({ baseURL }) => {
  await inPage(baseURL, async (page, root) => {
    await page.goto(`${root}momentum/#ravine`);
    await press(page, "#ravine", "Step");
    await expect.poll(() => text(page, "#ravine")).toContain("At step 8 it is at");

    const exercise = await ready(page, 'downhill-exercise[data-exercise="heavy-ball"]');
    await press(page, exercise, "Check");
    await expect.poll(() => text(page, `${exercise} [data-part=verdict]`)).toContain("Not yet");

    await both(page, "Control", "k");
    await page.waitForSelector("dialog[open] input");
    await page.keyboard.type("kappa");
    await expect.poll(() => text(page, "dialog[open]")).toContain("the condition number");
  });
});
