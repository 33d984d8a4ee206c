import type { Locator, Page } from "@playwright/test";

/** An exercise on its page, once it is live. */
export function at(page: Page, id: string): Locator {
  return page.locator(`downhill-exercise[data-exercise="${id}"][data-ready]`);
}
export const verdict = (exercise: Locator) => exercise.locator("[data-part=verdict]");
export const check = (exercise: Locator) => exercise.getByRole("button", { name: "Check" }).click();

/** The longest piece of a feedback without mathematics and quotes, which the page sets its own way. */
export function words(feedback: string): string {
  const plain = feedback.split(/\$[^$]*\$|['"`]/).map((piece) => piece.replaceAll("*", "").trim());
  return plain.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}

export async function typeCode(exercise: Locator, source: string): Promise<void> {
  const code = exercise.locator("[data-part=code]");
  if ((await code.locator(".cm-content").count()) === 0) await code.locator("pre").click();
  const content = code.locator(".cm-content");
  await content.focus();
  await content.press("ControlOrMeta+a");
  await content.fill(source);
}
