import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Rules about colour, the only ones whose answer changes with the theme: the markup is the same. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds wrong with a page as it stands, or with parts of it: every rule in light, the rules
 * about colour again in dark. Of a formula its MathML is read; its drawing is hidden from assistive
 * technology.
 */
export async function violations(page: Page, parts: readonly string[] = []) {
  await page.emulateMedia({ colorScheme: "light" });
  const inLight = await axe(page, parts).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await axe(page, parts).withRules(OF_COLOUR).analyze();
  return [inLight, inDark].flatMap(inWords);
}

/**
 * The same of the rules about colour where a reader has chosen high contrast, in which words stand at
 * seven to one, and where the system paints with colours of its own; each in light and in dark.
 */
export async function violationsInContrast(page: Page) {
  const found: AxeResults[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => {
      document.documentElement.dataset["contrast"] = "high";
    });
    const rules = [...OF_COLOUR, "color-contrast-enhanced"];
    found.push(await axe(page).withRules(rules).analyze());
    await page.evaluate(() => {
      delete document.documentElement.dataset["contrast"];
    });
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    found.push(await axe(page).withRules(OF_COLOUR).analyze());
    await page.emulateMedia({ colorScheme, forcedColors: "none" });
  }
  return found.flatMap(inWords);
}

/**
 * In one call and with violations alone: naming each of the thousands of elements that are right takes
 * axe longer than all of its rules.
 */
function axe(page: Page, parts: readonly string[] = []): AxeBuilder {
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .exclude(".katex-html");
  for (const part of parts) builder.include(part);
  return builder;
}

type AxeResults = Awaited<ReturnType<AxeBuilder["analyze"]>>;

const inWords = ({ violations }: AxeResults) =>
  violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))]);
