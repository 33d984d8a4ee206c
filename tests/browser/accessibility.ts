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
  const axe = () => {
    // In one call and with violations alone: naming each of the thousands of elements that are right
    // takes axe longer than all of its rules.
    const builder = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ["violations"] })
      .exclude(".katex-html");
    for (const part of parts) builder.include(part);
    return builder;
  };
  await page.emulateMedia({ colorScheme: "light" });
  const inLight = await axe().analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  const inDark = await axe().withRules(OF_COLOUR).analyze();
  return [...inLight.violations, ...inDark.violations].map(({ id, nodes }) => [
    id,
    ...nodes.map(({ html }) => html.slice(0, 200)),
  ]);
}
