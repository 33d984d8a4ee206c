import { at, check, verdict } from "./exercise-page.ts";
import { expect, test } from "./quiet.ts";
import { printed, withoutWindow } from "./sheet-page.ts";

test.use({ of: "downhill-exercise" });

test.beforeEach(() => test.slow());

test("the work is printed with its questions, answers, figures and verdicts", async ({ page }) => {
  await withoutWindow(page);
  await page.goto("momentum/");
  const points = at(page, "next-steps");
  for (const [index, value] of ["-3.2", "0.4", "1", "1"].entries())
    await points.getByRole("textbox").nth(index).fill(value);
  await check(points);
  await expect(verdict(points)).toContainText("1 of 2 points");
  const choice = at(page, "noise-floor");
  await choice.getByRole("radio").nth(1).check();
  await check(choice);
  await expect(verdict(choice)).toHaveText("✓ Right.");

  await page.evaluate(() => {
    const keep = (id: string, value: object) =>
      localStorage.setItem(
        `downhill:exercise:momentum:${id}`,
        JSON.stringify({ version: 1, value: { attempts: 1, passed: false, hints: 0, ...value } }),
      );
    keep("of-the-first-edition", { answer: ["4 <b>"] });
    const answer = "const mine = 1;\n// and more";
    keep("heavy-ball", {
      answer,
      log: [{ answer, at: 1, credit: 0.5 }],
      failure: {
        message: "It does not fall.",
        counterexample: "f(1) is 2",
        numbers: { expected: [0, 1], got: [0, 0] },
      },
    });
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("my-work/");
  await page.getByLabel("Name").fill("Ada L.");
  expect(asked.filter((path) => path.endsWith("questions.json"))).toEqual([]);
  await page.getByRole("button", { name: "Print" }).click();
  await printed(page, 1);
  expect(asked.filter((path) => path.endsWith("questions.json"))).toEqual([
    "/momentum/questions.json",
  ]);

  const sheet = page.locator(".sheet");
  await expect(sheet.locator("header")).toContainText("Name: Ada L.");
  await expect(sheet.locator("header")).toContainText(/Downhill, edition \d/);
  await expect(sheet.locator("article")).toHaveCount(4);
  const entry = (title: string) => sheet.locator("article", { hasText: title });
  const steps = entry("Where does it go next?");
  await expect(steps.locator(".katex").first()).toBeVisible();
  await expect(steps.locator(".sheet-box").first()).toHaveText("-3.2");
  await expect(steps.locator("[data-point='1']")).toHaveAttribute("cx", "1000");
  await expect(steps).toContainText("✗ Not yet. 1 of 2 points are right.");
  await expect(steps).toContainText(/1 attempt, the last on \d+ \w+ \d{4}/);
  await expect(entry("One step of momentum").locator("pre")).toHaveText(
    "const mine = 1;\n// and more",
  );
  await expect(entry("One step of momentum")).toContainText("For example, f(1) is 2.");
  await expect(entry("One step of momentum").locator(".exercise-numbers svg")).toBeVisible();
  await expect(sheet.getByRole("img", { name: "chosen", exact: true })).toHaveCount(1);
  const stray = entry("of-the-first-edition");
  await expect(stray).toContainText("no longer in the book");
  await expect(stray.locator("pre")).toHaveText("4 <b>");

  await page.emulateMedia({ media: "print" });
  await expect(sheet).toBeVisible();
  await expect(page.getByRole("heading", { name: "My work" })).toBeHidden();
  await expect(page.locator("section[data-chapter]").first()).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Ada L.");
  await expect(sheet).toBeEmpty();
});

test("an empty sheet of a chapter has its questions, room for answers, and no answer", async ({
  page,
}) => {
  await withoutWindow(page);
  await page.goto("momentum/");
  const exercise = at(page, "stability-limit");
  await exercise.locator("input").fill("2/L");
  await check(exercise);
  await expect(verdict(exercise)).toContainText("Not this formula");
  await page.goto("my-work/");
  await page.getByLabel("Worksheet of").selectOption("momentum");
  await page.getByLabel("empty, to be filled on paper").check();
  await page.getByRole("button", { name: "Print" }).click();
  await printed(page, 1);
  const sheet = page.locator(".sheet");
  const count = await page.locator('section[data-chapter="momentum"] li').count();
  await expect(sheet.locator("article")).toHaveCount(count);
  await expect(sheet.locator(".sheet-verdict")).toHaveCount(0);
  for (const text of await sheet.locator(".sheet-box").allTextContents()) expect(text).toBe("");
  await expect(sheet.locator(".sheet-lines").first()).toBeVisible();
  await expect(sheet.locator("input, select, button, textarea")).toHaveCount(0);
  await page.getByRole("button", { name: "Put the sheet away" }).click();
  await expect(sheet).toBeEmpty();
  await expect(page.getByRole("button", { name: "Print" })).toBeFocused();
});

test("where there is nothing to print, or the questions cannot be loaded, that is said", async ({
  page,
}) => {
  await withoutWindow(page);
  await page.goto("my-work/");
  const said = page.locator(".sheet-said");
  await page.getByRole("button", { name: "Print" }).click();
  await expect(said).toContainText("Nothing has been tried yet");
  await page.route("**/questions.json", (route) => route.fulfill({ status: 404, body: "" }));
  // The browser reports the answer of the server by itself.
  page.removeAllListeners("console");
  await page.getByLabel("Worksheet of").selectOption("all");
  await page.getByRole("button", { name: "Print" }).click();
  await expect(said).toContainText("The questions could not be loaded (the server answered 404");
  await page.unroute("**/questions.json");
  await page.getByRole("button", { name: "Print" }).click();
  await printed(page, 1);
});
