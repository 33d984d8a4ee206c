import type { Locator, Page } from "@playwright/test";
import { applyEdits } from "../../src/grading/apply-edits.ts";
import { allExercises, type ExerciseFiles, pageOf } from "../content/exercises/exercise-files.ts";
import { TIMES } from "../times.ts";
import { at, check, typeCode, verdict, words } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-exercise" });

const all = allExercises().map((one) => ({ ...one, path: pageOf(one.id) }));
/** In the audit every exercise of the book; else the first of each kind, which is the same page at work. */
const exercises =
  TIMES > 1
    ? all
    : all.filter(
        ({ data }, index) => all.findIndex((one) => one.data.kind === data.kind) === index,
      );
/** Wrong versions of code that are tried here; all of them are tried without a browser. */
const CODE_MISTAKES = 2;

for (const path of new Set(exercises.map((one) => one.path)))
  test(`exercises of /${path} are solved, and their mistakes get their own words`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await page.goto(path);
    for (const one of exercises)
      if (one.path === path) await test.step(one.id, () => solve(page, one));
  });

async function solve(page: Page, { id, data, read }: ExerciseFiles): Promise<void> {
  if (data.kind === "number") {
    const exercise = at(page, id);
    const inputs = exercise.locator("[data-part=form] input");
    const fill = async (values: readonly string[]) => {
      for (const [index, value] of values.entries()) await inputs.nth(index).fill(value);
      await check(exercise);
    };
    const right = data.boxes.map(({ answer }) => String(answer));
    for (const [index, { mistakes }] of data.boxes.entries()) {
      for (const { value, feedback } of mistakes) {
        await fill(right.with(index, String(value)));
        await expect(verdict(exercise)).toContainText("Not yet");
        await expect(verdict(exercise)).toContainText(words(feedback));
      }
    }
    await fill(right);
    await expect(verdict(exercise)).toHaveText("✓ Right.");
    await expect(exercise.locator("[data-part=explanation]")).toBeVisible();
    await expect(exercise.locator("[data-part=state]")).toHaveText("✓ solved");
  }

  if (data.kind === "choice") {
    const exercise = at(page, id);
    await check(exercise);
    await expect(verdict(exercise)).toContainText("Choose an answer first.");
    if (data.options.filter(({ right }) => right).length > 1)
      await solveSeveral(exercise, data.options);
    else {
      const radios = exercise.getByRole("radio");
      await radios.first().focus();
      await page.keyboard.press("Space");
      for (const { right, feedback } of data.options) {
        await page.keyboard.press("Enter");
        if (right) await expect(verdict(exercise)).toHaveText("✓ Right.");
        else await expect(verdict(exercise)).toContainText(words(feedback));
        await page.keyboard.press("ArrowDown");
      }
    }
  }

  if (data.kind === "formula") {
    const exercise = at(page, id);
    const answer = async (text: string) => {
      await exercise.locator("[data-part=form] input").fill(text);
      await exercise.locator("[data-part=form] input").press("Enter");
    };
    for (const { formula, feedback } of data.mistakes) {
      await answer(formula);
      await expect(verdict(exercise)).toContainText(words(feedback));
    }
    await answer(data.answer);
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  }

  if (data.kind === "code") {
    const exercise = at(page, id);
    const solution = read("solution.ts");
    await check(exercise);
    await expect(verdict(exercise)).toContainText("Not yet");
    for (const { edits, feedback } of data.mistakes.slice(0, CODE_MISTAKES)) {
      await typeCode(exercise, applyEdits(solution, edits));
      await check(exercise);
      await expect(verdict(exercise)).toContainText(words(feedback));
    }
    await typeCode(exercise, solution);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  }

  if (data.kind === "order") {
    const exercise = at(page, id);
    const order = () =>
      exercise
        .locator("li[data-step]")
        .evaluateAll((items) => items.map((item) => Number(item.dataset["step"])));
    await check(exercise);
    const first = (await order()).findIndex((step, index) => step !== index);
    await expect(verdict(exercise)).toContainText(
      words(data.steps[(await order())[first] ?? 0]?.feedback ?? ""),
    );
    for (let step = 0; step < data.steps.length; step++) {
      const up = exercise.locator(`li[data-step="${step}"] [data-move="-1"]`);
      await up.focus();
      for (let place = (await order()).indexOf(step); place > step; place--) {
        await page.keyboard.press("Enter");
        await expect(exercise.locator("[data-part=place]")).toHaveText(
          `Now step ${place} of ${data.steps.length}.`,
        );
        // The focus stays with the step, also at the top, where its button up is hidden.
        await expect(exercise.locator(`li[data-step="${step}"] button:focus`)).toBeVisible();
      }
    }
    await check(exercise);
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  }

  if (data.kind === "matrix" || data.kind === "points") {
    const exercise = at(page, id);
    const fill = async (values: readonly number[]) => {
      for (const [index, value] of values.entries())
        await exercise.getByRole("textbox").nth(index).fill(String(value));
      await check(exercise);
    };
    const right =
      data.kind === "matrix" ? data.answer.flat() : data.answer.flatMap(({ x, y }) => [x, y]);
    const mistakes =
      data.kind === "matrix"
        ? data.mistakes.map(({ answer, feedback }) => ({ values: answer.flat(), feedback }))
        : data.mistakes.map(({ point, x, y, feedback }) => ({
            values: right.with(2 * point, x).with(2 * point + 1, y),
            feedback,
          }));
    for (const { values, feedback } of mistakes) {
      await fill(values);
      await expect(verdict(exercise)).toContainText(words(feedback));
    }
    await fill(right);
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  }

  if (data.kind === "match") {
    const exercise = at(page, id);
    const selects = exercise.getByRole("combobox");
    const choose = (row: number, option: number) =>
      selects.nth(row).selectOption({ index: option + 1 });
    for (const [row, { right }] of data.rows.entries()) await choose(row, right);
    for (const [row, { right, feedback, wrong }] of data.rows.entries()) {
      const option = (right + 1) % data.options.length;
      await choose(row, option);
      await check(exercise);
      const special = wrong.find((one) => one.option === option)?.feedback;
      await expect(verdict(exercise)).toContainText(words(special ?? feedback));
      await choose(row, right);
    }
    await check(exercise);
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  }
}

/** Options of which several are right: each wrong one alone, then all right ones together. */
async function solveSeveral(
  exercise: Locator,
  options: readonly { readonly right: boolean; readonly feedback: string }[],
): Promise<void> {
  const boxes = exercise.getByRole("checkbox");
  for (const [index, { right, feedback }] of options.entries()) {
    if (right) continue;
    await boxes.nth(index).press("Space");
    await check(exercise);
    await expect(verdict(exercise)).toContainText(words(feedback));
    await boxes.nth(index).press("Space");
  }
  for (const [index, { right }] of options.entries())
    if (right) await boxes.nth(index).press("Space");
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
}
