import type { Locator, Page } from "@playwright/test";
import { applyEdits } from "../../src/grading/apply-edits.ts";
import { allExercises, type ExerciseFiles } from "../content/exercises/exercise-files.ts";
import { expect, test } from "./quiet.ts";

const exercises = allExercises();
const find = (id: string) => {
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`no exercise ${id}`);
  return exercise;
};

function at(page: Page, id: string): Locator {
  return page.locator(`downhill-exercise[data-exercise="${id}"][data-ready]`);
}
/** The exercise on the page of its chapter. */
async function open(page: Page, { id, chapter }: ExerciseFiles): Promise<Locator> {
  if (!page.url().endsWith(`/${chapter}/`)) await page.goto(`${chapter}/`);
  return at(page, id);
}
const verdict = (exercise: Locator) => exercise.locator("[data-part=verdict]");
const check = (exercise: Locator) => exercise.getByRole("button", { name: "Check" }).click();

/** The longest piece of a feedback without mathematics and quotes, which the page sets its own way. */
function words(feedback: string): string {
  const plain = feedback.split(/\$[^$]*\$|['"`]/).map((piece) => piece.replaceAll("*", "").trim());
  return plain.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}

async function typeCode(exercise: Locator, source: string): Promise<void> {
  const code = exercise.locator("[data-part=code]");
  if ((await code.locator(".cm-content").count()) === 0) await code.locator("pre").click();
  const content = code.locator(".cm-content");
  await content.focus();
  await content.press("ControlOrMeta+a");
  await content.fill(source);
}

test.beforeEach(async ({ page }) => {
  await page.goto("momentum/");
});

for (const one of exercises) {
  const { id, data } = one;
  if (data.kind !== "number") continue;
  test(`number exercise ${id} is solved, and each mistake gets its own words`, async ({ page }) => {
    const exercise = await open(page, one);
    const inputs = exercise.locator("input");
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
  });
}

for (const [typed, message] of [
  ["", "Type a number first."],
  ["abc", "“abc” is not a number. Type a number such as 0.25, 2.5e-3 or 1/4."],
  ["1e999", "1e999 is infinite. A finite number is expected"],
  ["0,5", "Write the decimal point as a dot, not as a comma: 0.5."],
] as const) {
  test(`“${typed}” in a number box is no wrong answer`, async ({ page }) => {
    const exercise = at(page, "terminal-velocity");
    await exercise.locator("input").fill(typed);
    await check(exercise);
    await expect(verdict(exercise)).toContainText("Not checked yet.");
    await expect(verdict(exercise)).toContainText(message);
    await expect(exercise.locator("[data-part=state]")).toHaveText("");
    await expect(exercise.getByText("Solution", { exact: true })).toBeHidden();
  });
}

for (const one of exercises) {
  const { id, data } = one;
  if (data.kind !== "choice") continue;
  test(`choice exercise ${id} answers every option and is solved by keyboard`, async ({ page }) => {
    const exercise = await open(page, one);
    await check(exercise);
    await expect(verdict(exercise)).toContainText("Choose an answer first.");
    const radios = exercise.getByRole("radio");
    await radios.first().focus();
    await page.keyboard.press("Space");
    for (const { right, feedback } of data.options) {
      await page.keyboard.press("Enter");
      if (right) await expect(verdict(exercise)).toHaveText("✓ Right.");
      else await expect(verdict(exercise)).toContainText(words(feedback));
      await page.keyboard.press("ArrowDown");
    }
  });
}

test("the order exercise is solved by keyboard, and the first misplaced step is explained", async ({
  page,
}) => {
  const { data } = find("order-of-a-step");
  if (data.kind !== "order") throw new Error("order-of-a-step is an order");
  const exercise = at(page, "order-of-a-step");
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
});

for (const one of exercises) {
  const { id, data } = one;
  if (data.kind !== "formula") continue;
  test(`formula exercise ${id} is solved, and each mistake gets its own words`, async ({
    page,
  }) => {
    const exercise = await open(page, one);
    const answer = async (text: string) => {
      await exercise.locator("input").fill(text);
      await exercise.locator("input").press("Enter");
    };
    for (const { formula, feedback } of data.mistakes) {
      await answer(formula);
      await expect(verdict(exercise)).toContainText(words(feedback));
    }
    await answer(data.answer);
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  });
}

test("a formula is accepted in any equal form, and what cannot be read is explained", async ({
  page,
}) => {
  const exercise = at(page, "stability-limit");
  const answer = async (text: string) => {
    await exercise.locator("input").fill(text);
    await exercise.locator("input").press("Enter");
  };
  await answer("2*(1+b/L");
  await expect(verdict(exercise)).toContainText("A closing parenthesis ) is missing.");
  await answer("2/L(1-b)");
  await expect(verdict(exercise)).toContainText("can be read in two ways");
  await answer("3/L");
  await expect(verdict(exercise)).toContainText("which is not the value sought");
  await answer("(2 + 2β)/L");
  await expect(verdict(exercise)).toHaveText("✓ Right.");
});

for (const one of exercises) {
  const { id, data, read } = one;
  if (data.kind !== "code") continue;
  test(`code exercise ${id} is solved, and each mistake gets its own words`, async ({ page }) => {
    const exercise = await open(page, one);
    const solution = read("solution.ts");
    await check(exercise);
    await expect(verdict(exercise)).toContainText("Not yet");
    for (const { edits, feedback } of data.mistakes) {
      await typeCode(exercise, applyEdits(solution, edits));
      await check(exercise);
      await expect(verdict(exercise)).toContainText(words(feedback));
    }
    await typeCode(exercise, solution);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(verdict(exercise)).toHaveText("✓ Right.");
  });
}

test("code that is blank, mistyped, nameless or throws is no wrong answer", async ({ page }) => {
  const exercise = at(page, "heavy-ball");
  for (const [source, message] of [
    ["// nothing yet", "There is no code yet."],
    ["function momentumStep() {\n  return 2 * ;\n}", "line 2"],
    ["const other = 1;", "The code defines no momentumStep."],
    [
      "const momentumStep = () => velocityOf();",
      "Your code uses velocityOf, which nothing defines.",
    ],
    ["const momentumStep = () => {\n  throw new Error('stuck');\n};", "Error: stuck"],
  ] as const) {
    await typeCode(exercise, source);
    await check(exercise);
    await expect(verdict(exercise)).toContainText("Not checked yet.");
    await expect(verdict(exercise)).toContainText(message);
  }
});

test("code that never ends is stopped by the reader, and checking goes on afterwards", async ({
  page,
}) => {
  const exercise = at(page, "heavy-ball");
  await typeCode(exercise, "const momentumStep = () => {\n  while (true) {}\n};");
  await check(exercise);
  await exercise.getByRole("button", { name: "Stop" }).click();
  await expect(verdict(exercise)).toContainText("You stopped the check. Your code is kept.");
  await typeCode(exercise, find("heavy-ball").read("solution.ts"));
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
});

test("a change of the code ends the check of the old code", async ({ page }) => {
  const exercise = at(page, "heavy-ball");
  await typeCode(exercise, "const momentumStep = () => {\n  while (true) {}\n};");
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("Checking …");
  await typeCode(exercise, find("heavy-ball").read("solution.ts"));
  await expect(verdict(exercise)).toHaveText("");
  await expect(exercise.getByRole("button", { name: "Stop" })).toBeHidden();
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
});

test("code that never ends is ended after ten seconds, in words", async ({ page }) => {
  const exercise = at(page, "heavy-ball");
  await typeCode(exercise, "const momentumStep = () => {\n  while (true) {}\n};");
  await check(exercise);
  await expect(verdict(exercise)).toContainText("The check was ended after 10 seconds.", {
    timeout: 20_000,
  });
});

test("the solution opens beside the learner's code after an attempt and leaves it alone", async ({
  page,
}) => {
  const exercise = at(page, "heavy-ball");
  await expect(exercise.getByText("Solution", { exact: true })).toBeHidden();
  const own = "const momentumStep = (theta, v) => ({ theta, v }); // mine";
  await typeCode(exercise, own);
  await check(exercise);
  await expect(verdict(exercise)).toContainText("Not yet");
  await exercise.getByText("Solution", { exact: true }).first().click();
  await expect(exercise.getByLabel("Your code", { exact: true })).toContainText("// mine");
  await expect(exercise.locator("[data-part=beside]").getByLabel("Solution")).toContainText(
    "velocity + (g[i]",
  );
  await expect(exercise.locator(".cm-content")).toHaveText(own);
});

test("Reset brings the starter back and can be undone", async ({ page }) => {
  const exercise = at(page, "heavy-ball");
  await typeCode(exercise, "const mine = 1;");
  await exercise.getByRole("button", { name: "Reset" }).click();
  await expect(exercise.locator(".cm-content")).toContainText("A gradient step");
  await exercise.getByRole("button", { name: "Undo reset" }).click();
  await expect(exercise.locator(".cm-content")).toHaveText("const mine = 1;");
});

test("what Reset put away can be brought back after a reload too", async ({ page }) => {
  const exercise = at(page, "heavy-ball");
  await typeCode(exercise, "const mine = 1;");
  await exercise.getByRole("button", { name: "Reset" }).click();
  await page.reload();
  await exercise.getByRole("button", { name: "Undo reset" }).click();
  await expect(exercise.locator("[data-part=code]")).toContainText("const mine = 1;");
});

test("hints open one at a time and stay open to the reader", async ({ page }) => {
  const exercise = at(page, "terminal-velocity");
  await expect(exercise.getByText("Hint 2")).toBeHidden();
  await exercise.getByText("Hint 1").click();
  await expect(exercise.getByText("geometric series")).toBeVisible();
  await exercise.getByText("Hint 2").click();
  await page.reload();
  await expect(at(page, "terminal-velocity").getByText("Hint 2")).toBeVisible();
});

test("answers and progress survive a reload", async ({ page }) => {
  await at(page, "terminal-velocity").locator("input").fill("0.2");
  await check(at(page, "terminal-velocity"));
  await at(page, "noise-floor").getByRole("radio").nth(2).check();
  await typeCode(at(page, "heavy-ball"), "const mine = 1;");
  await page.reload();
  await expect(at(page, "terminal-velocity").locator("input")).toHaveValue("0.2");
  await expect(at(page, "terminal-velocity").locator("[data-part=state]")).toHaveText("✓ solved");
  await expect(at(page, "noise-floor").getByRole("radio").nth(2)).toBeChecked();
  await expect(at(page, "heavy-ball").locator("[data-part=code]")).toContainText("const mine = 1;");
});

test("a damaged save is said, set aside and not lost", async ({ page }) => {
  const key = "downhill:exercise:momentum:terminal-velocity";
  await page.evaluate((name) => localStorage.setItem(name, '{"version":1,"value":{"answ'), key);
  await page.reload();
  const exercise = at(page, "terminal-velocity");
  await expect(verdict(exercise)).toContainText("Your saved work is damaged and cannot be read.");
  expect(await page.evaluate((name) => localStorage.getItem(`${name}.damaged.1`), key)).toBe(
    '{"version":1,"value":{"answ',
  );
  await exercise.locator("input").fill("0.2");
  await check(exercise);
  await expect(verdict(exercise)).toContainText("✓ Right.");
});
