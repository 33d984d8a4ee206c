import { devices, type Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { at, check, verdict } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-exercise" });

// Formulas written as mathematics: loaded on request, read to plain text, judged as that text.

/** The field is the largest script of the site: on a busy machine it takes a while. */
const loaded = { timeout: 60_000 };

test.beforeEach(() => test.slow());

async function open(page: Page, path = "momentum/", id = "stability-limit") {
  await page.goto(path);
  // Until then what is above may still grow, and a button move under the mouse.
  await page.locator("html[data-whole]").waitFor();
  const exercise = at(page, id);
  const field = exercise.locator("math-field");
  const text = exercise.locator("input");
  const reading = exercise.locator(".maths-reading");
  const write = exercise.getByRole("button", { name: "Write as mathematics" });
  return { exercise, field, text, reading, write };
}

test("nothing of it is loaded before it is asked for, and then from this site alone", async ({
  page,
}) => {
  const asked: URL[] = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  const { field, write } = await open(page);
  await write.focus();
  expect(asked.filter(({ pathname }) => /maths-field|latex/.test(pathname))).toEqual([]);
  expect(await page.content()).not.toContain("ML__");
  const before = asked.length;
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused(loaded);
  await page.keyboard.type("b/L");
  const own = asked.slice(before).map(({ host, pathname }) => `${host} ${pathname}`);
  expect(own.filter((one) => /maths-field/.test(one)).length).toBeGreaterThan(0);
  expect(own.filter((one) => !one.startsWith(new URL(page.url()).host))).toEqual([]);
  expect(own.filter((one) => /\.(mp3|wav|ttf)/.test(one))).toEqual([]);
});

test("a formula is written by keyboard, read, checked and saved as plain text", async ({
  page,
}) => {
  const { exercise, field, text, reading, write } = await open(page);
  await write.click();
  await expect(field).toBeFocused(loaded);
  await page.keyboard.type("2(1+b)/L");
  await expect(reading).toHaveText("Read as 2*(1+b)/L");
  await page.keyboard.press("Enter");
  await expect(verdict(exercise)).toHaveText("✓ Right.");
  await page.reload();
  await expect(text).toHaveValue("2*(1+b)/L");
  await expect(exercise.locator("[data-part=state]")).toHaveText("✓ solved");
});

test("a text is shown as mathematics, and one that cannot be read is left as it is", async ({
  page,
}) => {
  const { field, text, reading, write } = await open(page);
  await text.fill("2*(1+b");
  await write.click();
  await expect(reading).toContainText("A closing parenthesis ) is missing.", loaded);
  await expect(field).toHaveCount(0);
  await text.fill("(2 + 2β)/L");
  await write.click();
  await expect(reading).toHaveText("Read as (2 + 2β)/L", loaded);
  await expect(field).toHaveJSProperty("value", "\\frac{2+2\\cdot b}{L}");
});

test("what an answer cannot hold is said in words and is no wrong answer", async ({ page }) => {
  const { exercise, field, reading, write } = await open(page);
  await write.click();
  await expect(field).toBeFocused(loaded);
  for (const [typed, words] of [
    ["b!", "A factorial cannot be part of this answer: write"],
    ["x+1", "“x” is not one of the names here: b, L."],
    ["2*", "A place in the formula is still empty"],
  ] as const) {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(typed);
    await expect(reading).toContainText(words);
    await check(exercise);
    await expect(verdict(exercise)).toContainText(`Not checked yet. ${words}`);
    await expect(exercise.locator("[data-part=state]")).toHaveText("");
    await field.focus();
  }
});

test("Tab leaves the field, Shift and Tab comes back, Undo undoes, Escape goes back to the text", async ({
  page,
}) => {
  const { exercise, field, text, reading, write } = await open(page);
  await write.click();
  await expect(field).toBeFocused(loaded);
  await page.keyboard.type("b+1");
  await page.keyboard.press("Tab");
  await expect(exercise.getByRole("button", { name: "Write as text" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(reading).not.toHaveText("Read as b+1");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("b^99");
  await expect(reading).toHaveText("Read as b^99");
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  await expect(text).toHaveValue("b^99");
  await expect(field).toHaveCount(0);
});

test("it has a name, keys for this answer only, and is accessible in light and dark", async ({
  page,
}) => {
  const { exercise, field, reading, write } = await open(page, "ewa/", "oldest-weight");
  await write.click();
  await expect(field.getByRole("textbox", { name: /^Formula in b/ })).toBeFocused(loaded);
  await exercise.getByRole("button", { name: "Keys on the screen" }).click();
  const key = (name: string) => page.locator(`.MLK__keycap[aria-label="${name}"]`);
  await expect(key("b")).toBeVisible();
  await expect(page.locator(".MLK__keycap", { hasText: "π" })).toHaveCount(0);
  await key("b").click();
  await key("power").click();
  await page.locator(".MLK__keycap", { hasText: "9" }).click();
  await expect(reading).toHaveText("Read as b^9");
  expect(await violations(page, ["[data-exercise=oldest-weight]", ".ML__keyboard"])).toEqual([]);
});

test("where it cannot be loaded that is said, and the text box does without it", async ({
  page,
}) => {
  await page.route("**/maths-field*.js", (route) => route.abort());
  // The browser reports the lost request by itself.
  page.removeAllListeners("console");
  const { exercise, text, reading, write } = await open(page);
  await write.click();
  await expect(reading).toContainText("The maths field could not be loaded");
  await text.fill("2*(1+b)/L");
  await check(exercise);
  await expect(verdict(exercise)).toHaveText("✓ Right.");
});

test.describe("with a finger", () => {
  const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
  test.use(phone);

  test("the keys come with the field, and do not cover it", async ({ page }) => {
    const { field, reading, write } = await open(page);
    await write.tap();
    const key = page.locator('.MLK__keycap[aria-label="b"]');
    await expect(key).toBeVisible(loaded);
    await key.tap();
    await expect(reading).toHaveText("Read as b");
    await expect
      .poll(async () => {
        const keyboard = await page.locator(".MLK__plate").boundingBox();
        const box = await field.boundingBox();
        return keyboard && box ? keyboard.y - (box.y + box.height) : -1;
      })
      .toBeGreaterThan(0);
  });
});
