import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { TIMES } from "../times.ts";
import { violations } from "./accessibility.ts";
import { expect, test } from "./quiet.ts";

const dist = resolve(import.meta.dirname, "../../dist");

/** Of each kind of page one; `npm run audit` takes every page. The chapters are in reading.spec.ts. */
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

for (const path of TIMES > 1 ? every : KINDS)
  test(`/${path} is accessible as it stands, with all folds open, in light and in dark`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      // No rule looks into a formula, and its thousands of parts take nearly all of the time.
      for (const part of document.querySelectorAll(".katex-html, .katex-mathml math > *"))
        part.remove();
    });
    expect(await violations(page)).toEqual([]);
  });
