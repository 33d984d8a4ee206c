import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { TIMES } from "../times.ts";
import { violations, violationsInContrast } from "./accessibility.ts";
import { expect, test } from "./quiet.ts";

const dist = resolve(import.meta.dirname, "../../dist");

/** Of each kind of page one; `npm run audit` takes every page. The chapters are in chapters.spec.ts. */
const KINDS = [
  "assignment/",
  "notebook/race/",
  "offline/",
  "reference/api/searches/",
  "teach/guide/",
];

const every = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".html"))
  .map((path) => path.replace(/index\.html$/, ""))
  .sort();

/** Of the pages that are looked at in light and dark elsewhere, for the looks with more contrast. */
const MORE_KINDS = [
  ...KINDS,
  "",
  "momentum/",
  "find/",
  "my-work/",
  "bibliography/",
  "notebook/",
  "teach/",
];

test("no file of the site names a folder of the machine that built it", () => {
  const source = resolve(dist, "..");
  const texts = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(html|js|css|json|md|txt|xml)$/.test(path),
  );
  expect(texts.length).toBeGreaterThan(500);
  const naming = texts.filter((path) => readFileSync(join(dist, path), "utf8").includes(source));
  expect(naming).toEqual([]);
});

/** Opens a page with all its folds. */
async function openWhole(page: Page, path: string): Promise<void> {
  // A page that its own scripts make is whole when they have all come.
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    // No rule looks into a formula, and its thousands of parts take nearly all of the time.
    for (const part of document.querySelectorAll(".katex-html, .katex-mathml math > *"))
      part.remove();
  });
}

for (const path of TIMES > 1 ? every : KINDS)
  test(`/${path} is accessible as it stands, with all folds open, in light and in dark`, async ({
    page,
  }) => {
    await openWhole(page, path);
    expect(await violations(page)).toEqual([]);
  });

for (const path of TIMES > 1 ? every : MORE_KINDS)
  test(`/${path} has its contrast in high contrast and in the colours of the system`, async ({
    page,
  }) => {
    await openWhole(page, path);
    expect(await violationsInContrast(page)).toEqual([]);
  });
