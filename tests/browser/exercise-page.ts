import type { Locator, Page } from "@playwright/test";
import type { ExerciseData } from "../../src/course/exercise-schema.ts";

/** An exercise on its page, once it is live. */
export function at(page: Page, id: string): Locator {
  return page.locator(`downhill-exercise[data-exercise="${id}"][data-ready]`);
}
/** Where a place of the plane of an exercise with points is on the screen. */
export async function spot(
  exercise: Locator,
  { x: [left, right], y: [bottom, top] }: Extract<ExerciseData, { kind: "points" }>,
  place: { readonly x: number; readonly y: number },
) {
  // What has just been scrolled to takes no press before it has been drawn.
  await exercise.locator("[data-part=plane]").hover({ trial: true });
  const box = await exercise.locator("[data-part=plane] rect").boundingBox();
  if (!box) throw new Error("the plane is not on the page");
  return {
    x: box.x + (box.width * (place.x - left)) / (right - left),
    y: box.y + (box.height * (top - place.y)) / (top - bottom),
  };
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
