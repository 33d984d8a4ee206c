import type { Locator } from "@playwright/test";
import { at, check, verdict } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-exercise" });

const textOf = async (place: Locator) => (await place.textContent()) ?? "";
const prompt = (exercise: Locator) => exercise.locator(".exercise-prompt");
const box = (exercise: Locator) => exercise.locator("[data-part=form] input").first();
const state = (exercise: Locator) => exercise.locator("[data-variant=state]");
const button = (exercise: Locator, name: string) => exercise.getByRole("button", { name });

test("an exercise is had in new numbers, which are checked, kept, and left again", async ({
  page,
}) => {
  await page.goto("momentum/");
  const exercise = at(page, "terminal-velocity");
  const book = await textOf(prompt(exercise));
  await box(exercise).fill("0.02");
  await button(exercise, "New numbers").click();
  await expect(state(exercise)).toHaveText(/^Variant 1\.[0-9a-z]+\.1$/);
  await expect(prompt(exercise)).not.toHaveText(book);
  await expect(box(exercise)).toHaveValue("");

  // The prompt says what is asked: push, rate and memory, in this order.
  const formulas = await prompt(exercise).locator("math").allTextContents();
  const [push = 0, rate = 0, memory = 0] = formulas.map((one) => Number(/[\d.]+$/.exec(one)?.[0]));
  await box(exercise).fill(String(rate * push));
  await check(exercise);
  await expect(verdict(exercise)).toContainText("That is the first step");
  await box(exercise).fill(String((rate * push) / (1 - memory)));
  await check(exercise);
  await expect(exercise.locator("[data-part=state]")).toHaveText("✓ solved");
  const code = (await textOf(state(exercise))).replace("Variant ", "");
  const asked = await textOf(prompt(exercise));

  await page.reload();
  await expect(state(exercise)).toHaveText(`Variant ${code}`);
  await expect(prompt(exercise)).toHaveText(asked);
  await expect(box(exercise)).not.toHaveValue("");

  await button(exercise, "The book’s numbers").click();
  await expect(prompt(exercise)).toHaveText(book);
  await expect(box(exercise)).toHaveValue("0.02");
});

test("numbers come back from their code, by keyboard; a wrong code is told what it lacks", async ({
  page,
}) => {
  await page.goto("momentum/");
  const exercise = at(page, "step-matrix");
  const summary = exercise.getByText("Numbers by code");
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("nonsense");
  await page.keyboard.press("Enter");
  await expect(state(exercise)).toContainText("“nonsense” is no code of a variant");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("1.k3f9.2");
  await page.keyboard.press("Enter");
  await expect(state(exercise)).toHaveText("Variant 1.k3f9.2");
  const once = await textOf(prompt(exercise));

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await summary.click();
  await exercise.getByLabel("Code").fill("1.k3f9.2");
  await button(exercise, "Show").click();
  await expect(state(exercise)).toHaveText("Variant 1.k3f9.2");
  await expect(prompt(exercise)).toHaveText(once);
});

test("new numbers that cannot be loaded are said so, and nothing is lost", async ({
  page,
  silence,
}) => {
  await page.goto("momentum/");
  const exercise = at(page, "terminal-velocity");
  await page.route("**/exercises.json", (route) => route.abort());
  await box(exercise).fill("0.3");
  await button(exercise, "New numbers").click();
  await expect(state(exercise)).toContainText("could not be loaded");
  await expect(box(exercise)).toHaveValue("0.3");
  await page.unroute("**/exercises.json");
  await button(exercise, "New numbers").click();
  await expect(state(exercise)).toHaveText(/^Variant/);

  // Numbers on their way are not yet those of the question.
  const varied = await textOf(prompt(exercise));
  const arrival = Promise.withResolvers<void>();
  await page.route("**/exercises.json", async (route) => {
    await arrival.promise;
    await route.continue();
  });
  await page.reload();
  await expect(state(exercise)).toHaveText(/^Loading variant/);
  expect(await textOf(prompt(exercise))).not.toBe(varied);
  arrival.resolve();
  await expect(state(exercise)).toHaveText(/^Variant/);
  expect(await textOf(prompt(exercise))).toBe(varied);
  await page.unroute("**/exercises.json");

  await page.route("**/exercises.json", (route) => route.abort());
  await page.reload();
  await expect(state(exercise)).toContainText("could not be loaded");
  await box(exercise).fill("-1");
  await check(exercise);
  await expect(verdict(exercise)).toContainText("could not be loaded");
  await page.unroute("**/exercises.json");
  await check(exercise);
  await expect(verdict(exercise)).toContainText("Not this number.");
  await expect(state(exercise)).toHaveText(/^Variant/);
  // The browser itself reports the request that was cut.
  (silence as string[]).splice(0);
});
