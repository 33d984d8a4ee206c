import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./quiet.ts";
import { enliven } from "./widget-page.ts";

test.use({ of: "#cell-schedule-functions, .widget" });

/** Asks for a size of text as the panel does, and waits for figures to be drawn for it. */
async function ask(page: Page, size: "100" | "150"): Promise<void> {
  await page.evaluate(async (chosen) => {
    document.documentElement.dataset["size"] = chosen;
    // A frame for the figures that follow, and one to be laid out again.
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }, size);
}

/** How high a label of a figure stands on the screen, and how many pairs of labels meet. */
function labels(figure: Locator): Promise<{ readonly height: number; readonly meeting: number }> {
  return figure.locator(".plot-drawing").evaluateAll((drawings) => {
    const boxes = drawings.map((drawing) =>
      [...drawing.querySelectorAll("svg text")]
        .filter((label) => label.checkVisibility() && label.textContent?.trim())
        .map((label) => label.getBoundingClientRect()),
    );
    const meet = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2;
    const pairs = boxes.flatMap((all) =>
      all.flatMap((a, index) => all.slice(index + 1).filter((b) => meet(a, b))),
    );
    return { height: boxes.flat()[0]?.height ?? 0, meeting: pairs.length };
  });
}

/** Figures with one picture, two, and three beside each other. */
const FIGURES = [
  ["momentum/", "ravine"],
  ["momentum/", "phase-diagram"],
  ["schedules/", "schedule-studio"],
  ["ewa/", "noisy-year"],
] as const;

for (const [path, id] of FIGURES)
  test(`the labels of ${id} grow with the text, before it is used and after, and do not meet`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${path}#${id}`);
    const figure = page.locator(`#${id}`);
    for (const live of [false, true]) {
      if (live) await enliven(page, id);
      // On a phone there is no room for labels of full size: they grow as far as they do not meet.
      for (const [width, least] of live
        ? ([
            [1280, 1.4],
            [390, 1.1],
          ] as const)
        : ([[1280, 1.4]] as const)) {
        await page.setViewportSize({ width, height: 900 });
        await ask(page, "100");
        const usual = await labels(figure);
        await ask(page, "150");
        const large = await labels(figure);
        expect(large.height / usual.height, `${width} px, live: ${live}`).toBeGreaterThan(least);
        expect(large.meeting, `${width} px, live: ${live}`).toBeLessThanOrEqual(usual.meeting);
      }
    }
  });

test("a drawing of a cell grows with the text", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("schedules/#cell-schedule-functions");
  const label = page.locator("#cell-schedule-functions .out-figure text").first();
  const height = () => label.evaluate((text) => text.getBoundingClientRect().height);
  const usual = await height();
  await ask(page, "150");
  expect((await height()) / usual).toBeGreaterThan(1.4);
});
