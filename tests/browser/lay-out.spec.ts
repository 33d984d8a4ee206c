import { expect, test } from "./quiet.ts";

for (const path of ["momentum/", "notation/", "reference/adam/"])
  test(`/${path} is laid out as a whole when nothing else is to do, and shows no trace of it`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("data-whole");
    await expect(page.locator("[data-laid-out]")).toHaveCount(0);
    const hidden = await page
      .locator(".prose > *, .prose > astro-island > *")
      .evaluateAll((parts) =>
        parts.filter((part) => getComputedStyle(part).contentVisibility === "auto"),
      );
    expect(hidden).toHaveLength(0);
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
    // What has come into the window is drawn with the first frame, and stands with the second.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
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
