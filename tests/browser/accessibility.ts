import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { TIMES } from "../times.ts";
import { LOOK, showAll, showLooks } from "./looks.ts";

/** The short form of axe, which a page is quicker to read. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules about colour, the only ones whose answer changes with the theme: the markup is the same. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong with a page as it stands, or with parts of it: every rule in light, the rules
 * about colour again in dark. Of a formula its MathML is read; its drawing is hidden from assistive
 * technology.
 */
export async function violations(page: Page, parts: readonly string[] = []) {
  const asBefore = await drawAll(page);
  await page.emulateMedia({ colorScheme: "light" });
  const ofMarkup = await judge(page, parts, {
    rules: {
      ...Object.fromEntries(OF_COLOUR.map((rule) => [rule, { enabled: false }])),
      // Of WCAG 2.2, and therefore off unless asked for.
      "target-size": { enabled: true },
    },
  });
  const inLight = await colours(page, OF_COLOUR, parts);
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await colours(page, OF_COLOUR, parts);
  await asBefore();
  return [...ofMarkup, ...inLight, ...inDark];
}

/**
 * The same of the rules about colour where a reader has chosen high contrast, in which words stand at
 * seven to one, and where the system paints with colours of its own; each in light and in dark.
 */
export async function violationsInContrast(page: Page) {
  const asBefore = await drawAll(page);
  const found: string[][] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => {
      document.documentElement.dataset["contrast"] = "high";
    });
    found.push(...(await colours(page, [...OF_COLOUR, "color-contrast-enhanced"])));
    await page.evaluate(() => {
      delete document.documentElement.dataset["contrast"];
    });
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    found.push(...(await colours(page, OF_COLOUR)));
    await page.emulateMedia({ colorScheme, forcedColors: "none" });
  }
  await asBefore();
  return found;
}

/**
 * Draws all of a page, and returns what ends that: of what is not drawn the places are not known,
 * and with them neither what is near to what, nor what is behind it.
 */
async function drawAll(page: Page): Promise<() => Promise<void>> {
  const before = await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const drew = "drawsAll" in dataset;
    dataset["drawsAll"] = "";
    return drew;
  });
  return async () => {
    if (before) return;
    await page.evaluate(() => {
      delete document.documentElement.dataset["drawsAll"];
    });
  };
}

/** The looks in which some page was found right, by rules. */
const right = new Map<string, Set<string>>();

/**
 * Rules about colour take longer than all others, so of whole pages each look of their text is judged
 * once; in `npm run audit` every text is.
 */
async function colours(page: Page, rules: string[], parts: readonly string[] = []) {
  if (TIMES > 1 || parts.length > 0) return judge(page, parts, { runOnly: rules });
  const before = right.get(rules.join()) ?? new Set();
  right.set(rules.join(), before);
  const { texts, looks } = await showLooks(page, before);
  const found = texts > 0 ? await judge(page, [`[${LOOK}]`], { runOnly: rules }) : [];
  await showAll(page);
  if (found.length === 0) for (const look of looks) before.add(look);
  return found;
}

/**
 * Each rule that is broken, with the elements that break it. Violations alone: naming each of the
 * thousands of elements that are right takes axe longer than all of its rules. The frame of the cells
 * is never seen, and not looked into.
 */
async function judge(
  page: Page,
  parts: readonly string[],
  rules: Pick<axe.RunOptions, "rules" | "runOnly">,
): Promise<string[][]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ([include, chosen]) => {
      const { axe: core } = window as unknown as { axe: typeof axe };
      const context = { exclude: [".katex-html"], ...(include.length > 0 && { include }) };
      const options: axe.RunOptions = { ...chosen, resultTypes: ["violations"], iframes: false };
      const results = await core.run(context, options);
      return results.violations.map(({ id, nodes }) => [
        id,
        ...nodes.map(({ html }) => html.slice(0, 200)),
      ]);
    },
    [[...parts], rules] as [string[], typeof rules],
  );
}
