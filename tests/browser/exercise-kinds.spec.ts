import type { Locator, Page } from "@playwright/test";
import { allExercises, pageOf } from "../content/exercises/exercise-files.ts";
import { spot, verdict } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-exercise, [data-predict]" });

// The kinds of exercise that are answered by more than typing into a box or choosing an option: what
// becomes of wrong answers. `answer-ways.spec.ts` answers every kind right, in every way.

const CHAPTER = "momentum/";

function dataOf<Kind extends "matrix" | "match" | "points">(kind: Kind) {
  const found = allExercises().find(({ id, data }) => data.kind === kind && pageOf(id) === CHAPTER);
  if (found?.data.kind !== kind) throw new Error(`no exercise of the kind ${kind}`);
  return { id: found.id, data: found.data as Extract<typeof found.data, { kind: Kind }> };
}

async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(CHAPTER);
  // Laid out as a whole, a place on the screen stays where it was measured.
  await expect(page.locator("html")).toHaveAttribute("data-whole");
  const exercise = page.locator(`downhill-exercise[data-exercise="${id}"][data-ready]`);
  await exercise.scrollIntoViewIfNeeded();
  return exercise;
}
const checkButton = (exercise: Locator) => exercise.getByRole("button", { name: "Check" });

test("points are set by mouse, dragged right, and each wrong one is marked", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { id, data } = dataOf("points");
  const exercise = await open(page, id);
  const [first, second] = data.answer;
  if (!first || !second) throw new Error("the exercise has two points");
  const one = await spot(exercise, data, first);
  await page.mouse.click(one.x, one.y);
  const beside = { x: second.x + 1, y: second.y + 1 };
  const set = await spot(exercise, data, beside);
  await page.mouse.click(set.x, set.y);
  await checkButton(exercise).click();
  await expect(verdict(exercise)).toContainText("1 of 2 points are right.");
  // The page has moved, so that the verdict is seen.
  const wrong = await spot(exercise, data, beside);
  const there = await spot(exercise, data, second);
  await page.mouse.move(wrong.x, wrong.y);
  await page.mouse.down();
  await page.mouse.move(there.x, there.y, { steps: 5 });
  await page.mouse.up();
  await checkButton(exercise).click();
  await expect(verdict(exercise)).toHaveText("✓ Right.");
  await page.reload();
  await expect(exercise.locator("[data-part=state]")).toHaveText("✓ solved");
  await expect(exercise.locator("[data-point='1']")).not.toHaveAttribute("cx", "-999");
});

test("points are typed and moved by arrow keys alone", async ({ page }) => {
  const { id, data } = dataOf("points");
  const exercise = await open(page, id);
  await checkButton(exercise).focus();
  await page.keyboard.press("Enter");
  await expect(verdict(exercise)).toContainText("Point 1: press on the plot, or type");
  await exercise.getByRole("textbox").first().focus();
  for (const { x, y } of data.answer)
    for (const value of [x, y]) {
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(String(value));
      await page.keyboard.press("Tab");
    }
  const last = exercise.getByRole("textbox").last();
  await last.focus();
  const before = Number(await last.inputValue());
  await page.keyboard.press("ArrowUp");
  expect(Number(await last.inputValue())).toBeGreaterThan(before);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(verdict(exercise)).toHaveText("✓ Right.");
});

test("a matrix is filled by keyboard, and a known mistake gets its own words alone", async ({
  page,
}) => {
  const { id, data } = dataOf("matrix");
  const exercise = await open(page, id);
  const fill = async (rows: readonly (readonly number[])[]) => {
    await exercise.getByRole("textbox").first().focus();
    for (const entry of rows.flat()) {
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(String(entry));
      await page.keyboard.press("Tab");
    }
    await exercise.getByRole("textbox").first().press("Enter");
  };
  const mistake = data.mistakes[0];
  if (!mistake) throw new Error("the exercise has mistakes");
  await fill(mistake.answer);
  await expect(verdict(exercise)).toContainText("entries are right");
  await expect(verdict(exercise).locator("p")).toHaveCount(2);
  await fill(data.answer);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
  await expect(exercise.getByText("What others get wrong")).toBeVisible();
});

test("rows are matched by keyboard, and each wrong one gets its own words", async ({ page }) => {
  const { id, data } = dataOf("match");
  const exercise = await open(page, id);
  const selects = exercise.getByRole("combobox");
  for (const [row, { right }] of data.rows.entries()) {
    await selects.nth(row).focus();
    const option = row === 0 ? (right + 1) % data.options.length : right;
    await page.keyboard.type(data.options[option] ?? "");
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(verdict(exercise)).toContainText(`${data.rows.length - 1} of ${data.rows.length}`);
  await selects.first().selectOption({ index: (data.rows[0]?.right ?? 0) + 1 });
  await checkButton(exercise).click();
  await expect(verdict(exercise)).toHaveText("✓ Right.");
});

test("what was to be predicted opens with the first answer, and can be run", async ({ page }) => {
  await page.goto("conditioning/");
  const exercise = page.locator(
    'downhill-exercise[data-exercise="predict-the-search"][data-ready]',
  );
  const fold = page.locator('[data-predict="predict-the-search"]');
  await expect(fold).not.toHaveAttribute("open");
  await exercise.getByRole("radio").first().check();
  await checkButton(exercise).click();
  await expect(verdict(exercise)).toContainText("Not yet");
  await expect(fold).toHaveAttribute("open");
  const cell = fold.locator("downhill-cell");
  await cell.getByRole("button", { name: "Run", exact: true }).click();
  await expect(cell.getByRole("status")).toHaveText(/^Ran in/);
});

test("the solution opens without an attempt only when asked twice", async ({ page }) => {
  const { id } = dataOf("matrix");
  const exercise = await open(page, id);
  const solution = exercise.locator("[data-part=solution]");
  await solution.locator("summary").click();
  await expect(exercise.getByText("Try it first, even with a guess")).toBeVisible();
  await expect(solution).not.toHaveAttribute("open");
  await solution.locator("summary").click();
  await expect(solution).toHaveAttribute("open");
});

test("what cannot be loaded is said, the answer is kept, and the next check tries again", async ({
  page,
}) => {
  const { id, data } = dataOf("match");
  await page.route("**/exercises.json", (route) =>
    route.fulfill({ status: 404, body: "not here", contentType: "text/plain" }),
  );
  // The browser reports the answer of the server by itself.
  page.removeAllListeners("console");
  const exercise = await open(page, id);
  for (const [row, { right }] of data.rows.entries())
    await exercise
      .getByRole("combobox")
      .nth(row)
      .selectOption({ index: right + 1 });
  await checkButton(exercise).click();
  await expect(verdict(exercise)).toContainText("could not be loaded (the server answered 404");
  await page.unroute("**/exercises.json");
  await checkButton(exercise).click();
  await expect(verdict(exercise)).toHaveText("✓ Right.");
});
