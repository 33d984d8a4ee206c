import { STAND_INS } from "../../src/cli/fonts/stand-ins.ts";
import { watchLayoutShift } from "./layout-shift.ts";
import { expect, test } from "./quiet.ts";

const FONTS = ["Source Serif 4", "Source Sans 3", "KaTeX_Main"];
const SENTENCE =
  "Give gradient descent a memory of its own motion, and long ravines grow short. Give it too much, and it is slower than with none.";

test("what stands in for a font is as wide as it", async ({ page }) => {
  await page.goto("schedules/");
  for (const [index, { by }] of STAND_INS.entries()) {
    const widths = await page.evaluate(widthsOf, {
      families: [FONTS[index]!, ...by.map(({ family }) => family)],
      sentence: SENTENCE,
    });
    const [own, ...others] = widths;
    const installed = others.filter((width) => width !== undefined);
    expect(installed.length).toBeGreaterThan(0);
    for (const width of installed) expect(Math.abs(width / own! - 1)).toBeLessThan(0.02);
  }
});

test("when the fonts come after the first sight, hardly anything moves", async ({ page }) => {
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\.woff2$/, (route) => late.then(() => route.continue()));
  await page.setViewportSize({ width: 1440, height: 900 });
  const moved = await watchLayoutShift(page);
  await page.goto("schedules/", { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length);
  const asked = page.waitForResponse(/serif\.[^/]*woff2$/);
  arrive();
  await asked;
  await page.locator("html[data-whole]").waitFor();
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('16px "Source Serif 4"'))).toBe(true);
  expect(await moved()).toBeLessThan(0.05);
});

/** How wide each font sets the sentence; `undefined` where it is not to be had. */
async function widthsOf({ families, sentence }: { families: string[]; sentence: string }) {
  const context = document.createElement("canvas").getContext("2d")!;
  const widths: (number | undefined)[] = [];
  for (const family of families) {
    const font = `100px "${family}"`;
    const loaded = await document.fonts.load(font, sentence).catch(() => []);
    context.font = font;
    widths.push(loaded.length > 0 ? context.measureText(sentence).width : undefined);
  }
  return widths;
}
