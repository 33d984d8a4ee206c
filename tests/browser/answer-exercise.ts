import type { Locator, Page } from "@playwright/test";
import type { ExerciseData } from "../../src/course/exercise-schema.ts";
import type { ExerciseFiles } from "../content/exercises/exercise-files.ts";
import { spot } from "./exercise-page.ts";
import { expect } from "./quiet.ts";

/** How a reader gets at a control: a button, an option, a place for text. */
export interface Way {
  press(control: Locator): Promise<void>;
  /** Sets a point of the plane, or types it where the way has no pointer. */
  point(page: Page, exercise: Locator, data: Points, index: number): Promise<void>;
}
type Points = Extract<ExerciseData, { kind: "points" }>;

export const mouse: Way = {
  press: (control) => control.click(),
  point: async (page, exercise, data, index) => {
    const place = await spot(exercise, data, data.answer[index]!);
    await page.mouse.click(place.x, place.y);
  },
};
export const keyboard: Way = {
  async press(control) {
    await control.focus();
    // A field of text needs no key: Enter would send the answer. On code Enter opens the editor.
    const kind = await control.evaluate((element) =>
      element.matches("[type=text]") ? "text" : element.localName,
    );
    if (kind !== "text") await control.press(kind === "pre" ? "Enter" : "Space");
  },
  async point(page, exercise, data, index) {
    const { x, y } = data.answer[index]!;
    for (const [offset, value] of [x, y].entries()) {
      await exercise
        .getByRole("textbox")
        .nth(2 * index + offset)
        .focus();
      await page.keyboard.type(String(value));
    }
  },
};
export const finger: Way = {
  press: (control) => control.tap(),
  point: async (page, exercise, data, index) => {
    const place = await spot(exercise, data, data.answer[index]!);
    await page.touchscreen.tap(place.x, place.y);
  },
};

export const KINDS: readonly ExerciseData["kind"][] = [
  "number",
  "matrix",
  "choice",
  "match",
  "order",
  "formula",
  "points",
  "code",
];

/** Answers an exercise of any kind right, without checking it. */
export async function answer(
  page: Page,
  way: Way,
  exercise: Locator,
  one: ExerciseFiles,
): Promise<void> {
  const { data } = one;
  const type = async (box: Locator, text: string) => {
    await way.press(box);
    await page.keyboard.insertText(text);
  };
  const boxes = exercise.locator("[data-part=form] input[type=text]");
  if (data.kind === "number")
    for (const [index, { answer }] of data.boxes.entries())
      await type(boxes.nth(index), String(answer));
  if (data.kind === "matrix")
    for (const [index, entry] of data.answer.flat().entries())
      await type(boxes.nth(index), String(entry));
  if (data.kind === "formula") await type(boxes.first(), data.answer);
  if (data.kind === "choice")
    for (const [index, { right }] of data.options.entries())
      if (right) await way.press(exercise.locator("[data-part=form] input").nth(index));
  if (data.kind === "match")
    for (const [row, { right }] of data.rows.entries()) {
      // The list of a select is the browser's own; its options are typed ahead in every way.
      const select = exercise.getByRole("combobox").nth(row);
      await select.focus();
      await page.keyboard.type(data.options[right] ?? "");
      await expect(select).toHaveValue(String(right));
    }
  if (data.kind === "order")
    for (let step = 0; step < data.steps.length; step++)
      while ((await placeOf(exercise, step)) > step) {
        const before = await placeOf(exercise, step);
        await way.press(exercise.locator(`li[data-step="${step}"] [data-move="-1"]`));
        await expect.poll(() => placeOf(exercise, step)).toBe(before - 1);
      }
  if (data.kind === "points")
    for (const index of data.answer.keys()) await way.point(page, exercise, data, index);
  if (data.kind === "code") {
    const code = exercise.locator("[data-part=code]");
    await way.press(code.locator("pre"));
    await expect(code.locator(".cm-content")).toBeVisible();
    await code.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(one.read("solution.ts"));
    if (way === keyboard) await page.keyboard.press("Escape");
  }
}

const placeOf = (exercise: Locator, step: number) =>
  exercise
    .locator("li[data-step]")
    .evaluateAll(
      (items, wanted) =>
        items.findIndex((item) => (item as HTMLElement).dataset["step"] === String(wanted)),
      step,
    );
