import { devices, type Page } from "@playwright/test";
import { allExercises, pageOf } from "../content/exercises/exercise-files.ts";
import { answer, finger, KINDS, keyboard, mouse, type Way } from "./answer-exercise.ts";
import { at, verdict } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-exercise" });

// Every kind of exercise is answered by mouse, by keyboard and by touch. Text is typed in all three.

const CHAPTER = "momentum/";

test("every kind is answered by mouse", ({ page }) => answerAll(page, mouse));
test("every kind is answered by keyboard", ({ page }) => answerAll(page, keyboard));
test.describe("with a finger", () => {
  const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
  test.use(phone);
  test("every kind is answered by touch", ({ page }) => answerAll(page, finger));
});

async function answerAll(page: Page, way: Way): Promise<void> {
  test.setTimeout(180_000);
  const exercises = allExercises().filter(({ id }) => pageOf(id) === CHAPTER);
  await page.goto(CHAPTER);
  for (const kind of KINDS)
    await test.step(kind, async () => {
      const found = exercises.find(({ data }) => data.kind === kind);
      if (!found) throw new Error(`/${CHAPTER} has no exercise of the kind ${kind}`);
      const exercise = at(page, found.id);
      await exercise.scrollIntoViewIfNeeded();
      await answer(page, way, exercise, found);
      await way.press(exercise.getByRole("button", { name: "Check" }));
      await expect(verdict(exercise)).toHaveText("✓ Right.");
    });
}
