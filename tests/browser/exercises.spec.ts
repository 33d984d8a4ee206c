import { allExercises } from "../content/exercises/exercise-files.ts";
import { at, check, typeCode, verdict } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-exercise" });

const exercises = allExercises();
const find = (id: string) => {
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`no exercise ${id}`);
  return exercise;
};

test.beforeEach(async ({ page }) => {
  await page.goto("momentum/");
});

for (const [typed, message] of [
  ["", "Type a number first."],
  ["abc", "“abc” is not a number. Type a number such as 0.25, 2.5e-3 or 1/4."],
  ["1e999", "1e999 is infinite. A finite number is expected"],
  ["0,5", "Write the decimal point as a dot, not as a comma: 0.5."],
] as const) {
  test(`“${typed}” in a number box is no wrong answer`, async ({ page }) => {
    const exercise = at(page, "terminal-velocity");
    await exercise.locator("[data-part=form] input").fill(typed);
    await check(exercise);
    await expect(verdict(exercise)).toContainText("Not checked yet.");
    await expect(verdict(exercise)).toContainText(message);
    await expect(exercise.locator("[data-part=state]")).toHaveText("");
    await expect(exercise.locator("[data-part=state]")).toHaveText("");
  });
}

test("the formula exercise accepts any equal form and explains what it cannot read", async ({
  page,
}) => {
  const exercise = at(page, "stability-limit");
  const answer = async (text: string) => {
    await exercise.locator("[data-part=form] input").fill(text);
    await exercise.locator("[data-part=form] input").press("Enter");
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
  await expect(exercise.locator("[data-part=state]")).toHaveText("");
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
  await at(page, "terminal-velocity").locator("[data-part=form] input").fill("0.2");
  await check(at(page, "terminal-velocity"));
  await at(page, "noise-floor").getByRole("radio").nth(2).check();
  await typeCode(at(page, "heavy-ball"), "const mine = 1;");
  await page.reload();
  await expect(at(page, "terminal-velocity").locator("[data-part=form] input")).toHaveValue("0.2");
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
  await exercise.locator("[data-part=form] input").fill("0.2");
  await check(exercise);
  await expect(verdict(exercise)).toContainText("✓ Right.");
});
