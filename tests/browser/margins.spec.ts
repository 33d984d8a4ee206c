import type { Page } from "@playwright/test";
import { sideNotes } from "../../src/course/side-notes.ts";
import { firstOf, TIMES } from "../times.ts";
import { edit, firstCell, openChapter } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

/** Chapters with notes in the margin, and those whose figures reached into it once; the audit takes all. */
const CHAPTERS = ["gradients", "nesterov", "adam", "newton"];
const ALL = [
  ...CHAPTERS,
  "noise",
  "conditioning",
  "saddle-points",
  "ewa",
  "momentum",
  "adagrad",
  "rmsprop",
  "amsgrad",
  "quasi-newton",
  "schedules",
  "strategies",
  "choosing",
];

/** Widths and sizes of text; first where the margin is narrowest for what stands in it. */
const LAYOUTS = firstOf(
  [
    [1280, "100"],
    [1280, "150"],
    [1520, "150"],
    [2560, "150"],
    [1440, "100"],
    [1440, "150"],
    [1520, "100"],
    [1920, "100"],
    [1920, "150"],
    [2560, "100"],
  ] as const,
  4,
);

/** Pairs of boxes beside the text that lie over each other, and labels of figures that stand beside these. */
function collisions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // What is not drawn has no true box; each change of width ends this.
    document.documentElement.dataset["drawsAll"] = "";
    const name = (element: Element) =>
      `${element.localName} “${element.textContent?.trim().slice(0, 30)}” of ${element.closest("[id]")?.id}`;
    const edge = document.querySelector(".prose")!.getBoundingClientRect().right;
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const boxes = [
      ...document.querySelectorAll(
        ".widget > figcaption, .footnotes li, .exercise-beside > div, .exercise-beside > pre",
      ),
    ].filter((box) => shown(box) && box.getBoundingClientRect().right > edge + 10);
    const found: string[] = [];
    for (const [index, box] of boxes.entries()) {
      const a = box.getBoundingClientRect();
      for (const other of boxes.slice(index + 1)) {
        const b = other.getBoundingClientRect();
        const over = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        if (over && !box.contains(other)) found.push(`${name(box)} × ${name(other)}`);
      }
    }
    for (const label of document.querySelectorAll(".widget .plot svg text")) {
      const figure = label.closest("svg")!.getBoundingClientRect();
      const { left, right } = label.getBoundingClientRect();
      if (shown(label) && (left > figure.right || right < figure.left))
        found.push(`${name(label)} stands beside its figure`);
    }
    return found;
  });
}

for (const chapter of TIMES > 1 ? ALL : CHAPTERS)
  test(`nothing beside the text of /${chapter}/ lies over anything, at any width and size of text`, async ({
    page,
  }) => {
    await page.goto(`${chapter}/`);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    for (const [width, size] of LAYOUTS) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset["size"] = chosen;
      }, size);
      await page.setViewportSize({ width, height: 900 });
      expect(await collisions(page), `${width} px, text at ${size} %`).toEqual([]);
    }
  });

test("notes whose marks are close together stand under each other", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("adam/");
  await page.locator("html[data-whole]").waitFor();
  const apart = () =>
    page.locator(".footnotes li").evaluateAll(([first, second]) => {
      if (!first || !second) throw new Error("there are not two notes");
      return second.getBoundingClientRect().top - first.getBoundingClientRect().bottom;
    });
  // A second note at the same mark, placed by what the build writes for two.
  await page.evaluate((css) => {
    const note = document.querySelector<HTMLElement>(".footnotes li")!;
    const mark = document.querySelector<HTMLElement>("[data-footnote-ref]")!;
    const second = note.cloneNode(true) as HTMLElement;
    const twin = mark.cloneNode(true) as HTMLElement;
    [second.id, twin.id] = ["user-content-fn-second", "user-content-fnref-second"];
    note.after(second);
    mark.after(twin);
    const style = document.createElement("style");
    style.textContent = css;
    document.querySelector(".prose")!.append(style);
  }, sideNotes("[^name]: One.\n[^second]: Two.\n"));
  expect(await apart()).toBeGreaterThanOrEqual(15);
});

/** Where everything of the chapter stands, to the pixel. */
function places(page: Page): Promise<readonly number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".prose > *, .prose > astro-island > *, .footnotes li")].map(
      (part) => Math.round(part.getBoundingClientRect().top + scrollY),
    ),
  );
}

test("what is far from the window is not drawn, and nothing moves while code is written", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const cell = await firstCell(page, (one) => openChapter(one, "adam/"));
  await page.locator("html[data-whole]").waitFor();
  // The editor with its line of keys is taller than the code that it replaces.
  const editor = await edit(cell);
  await editor.blur();
  const left = () =>
    page
      .locator(".prose > p")
      .evaluateAll(
        (all) =>
          all.filter(
            ({ firstElementChild: one }) =>
              one?.checkVisibility({ contentVisibilityAuto: true }) === false,
          ).length,
      );
  await expect.poll(left).toBeGreaterThan(20);
  const before = await places(page);
  await editor.focus();
  await page.keyboard.press("Space");
  expect(await places(page)).toEqual(before);
  await editor.blur();
  expect(await places(page)).toEqual(before);
});
