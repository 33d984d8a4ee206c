import type { Page } from "@playwright/test";
import { expect, test } from "./quiet.ts";

for (const path of ["momentum/", "newton/", "reference/adam/"])
  test(`of /${path} what is near the window is drawn, and the scroll bar is right about the rest`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.locator("html[data-whole]").waitFor();
    expect(await heights(page)).toEqual({ far: true, contained: 0, wrong: 0 });
    await page.evaluate(() => delete document.documentElement.dataset["whole"]);
    await page.setViewportSize({ width: 700, height: 700 });
    await page.locator("html[data-whole]").waitFor();
    expect(await heights(page)).toEqual({ far: true, contained: 0, wrong: 0 });
  });

test("a link followed before the page has its height arrives at its place", async ({ page }) => {
  await page.addInitScript(idleWhenTold);
  await page.goto("momentum/");
  await page
    .getByRole("navigation", { name: "Sections of this chapter" })
    .getByRole("link", { name: "The phase diagram" })
    .click();
  const place = page.getByRole("heading", { name: "The phase diagram" });
  await expect(place).toBeInViewport();
  await page.evaluate("goOn()");
  await page.locator("html[data-whole]").waitFor();
  await expect(place).toBeInViewport();
  expect(await heights(page)).toEqual({ far: true, contained: 0, wrong: 0 });
});

const BROWSER = "by the browser";
const BOOK = "by the book, since the browser does not";

for (const [path, place, held] of [
  ["momentum/", 0.25, BROWSER],
  ["momentum/", 0.25, BOOK],
  ["newton/", 0.75, BROWSER],
  ["newton/", 0.75, BOOK],
  ["momentum/", 1, BROWSER],
] as const)
  test(`what is read at ${place} of /${path} stays where it is while the rest is laid out, held ${held}`, async ({
    page,
  }) => {
    await page.addInitScript(idleWhenTold);
    await page.goto(path);
    if (held === BOOK) await page.addStyleTag({ content: "html { overflow-anchor: none }" });
    const before = await page.evaluate(readAt, place);
    expect(before.whole).toBe(false);
    expect(before.tops.length).toBeGreaterThan(3);
    await page.evaluate("goOn()");
    await page.locator("html[data-whole]").waitFor();
    const after = await page.evaluate(readAt, undefined);
    expect(Math.abs(after.height - before.height)).toBeGreaterThan(300);
    for (const [index, top] of after.tops.entries())
      expect(Math.abs(top - before.tops[index]!)).toBeLessThan(2);
  });

/**
 * Whether there are parts that are not drawn, how many in the window are cut off at their edges as
 * such parts are, and by how much the height of the page differs from that with all drawn.
 */
function heights(page: Page) {
  return page.evaluate(async () => {
    const root = document.documentElement;
    const frames = async () => {
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    };
    await document.fonts.ready;
    await frames();
    const auto = [...document.querySelectorAll(".prose > *, .prose > astro-island > *")].filter(
      (part) => getComputedStyle(part).contentVisibility === "auto",
    );
    const contained = auto.filter((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const height = root.scrollHeight;
    root.dataset["drawsAll"] = "";
    await frames();
    const wrong = Math.abs(root.scrollHeight - height);
    delete root.dataset["drawsAll"];
    return { far: auto.length > 0, contained: contained.length, wrong: wrong > 2 ? wrong : 0 };
  });
}

/** Runs in each page: it is idle only once `goOn` was called. */
function idleWhenTold(): void {
  let waiting: IdleRequestCallback[] | undefined = [];
  const idle = self.requestIdleCallback.bind(self);
  self.requestIdleCallback = (then, options) =>
    waiting ? waiting.push(then) : idle(then, options);
  Object.assign(self, {
    goOn: () => {
      const all = waiting ?? [];
      waiting = undefined;
      for (const then of all) idle(then);
    },
  });
}

/** Runs in the page, first with how far down to go: where stands what was then in the window. */
async function readAt(place: number | undefined) {
  const kept = self as unknown as { seen: readonly Element[] };
  const root = document.documentElement;
  if (place !== undefined) {
    scrollTo({ top: place * root.scrollHeight, behavior: "instant" });
    // What has come into the window is drawn with the first frame, and stands with the second; its
    // fonts and its figures come when they come, and move what is below.
    for (let height = 0, still = 0; still < 20; still++) {
      await new Promise(requestAnimationFrame);
      await document.fonts.ready;
      if (root.scrollHeight !== height) [height, still] = [root.scrollHeight, 0];
    }
    kept.seen = [...document.querySelectorAll("main :is(p, a, button, summary, h2, h3)")].filter(
      (element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom > top && top > 100 && bottom < innerHeight && element.checkVisibility();
      },
    );
  }
  return {
    whole: root.dataset["whole"] !== undefined,
    height: root.scrollHeight,
    tops: kept.seen.map((element) => element.getBoundingClientRect().top),
  };
}
