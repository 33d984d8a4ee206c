import { builtAgain } from "./built-again.ts";
import { expect, test } from "./quiet.ts";

let book: Awaited<ReturnType<typeof builtAgain>> | undefined;

// It builds the book once more.
test.describe.configure({ timeout: 900_000 });

test.beforeAll(async () => {
  book = await builtAgain("downhill", {});
});

test.afterAll(() => book?.close());

test("the book works under a sub-path: links, fonts, a figure, a cell and an exercise", async ({
  page,
}) => {
  const lost: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) lost.push(response.url());
  });
  await page.goto(`${book?.address}`);
  await page.getByRole("link", { name: "Momentum", exact: true }).click();
  await expect(page).toHaveURL(`${book?.address}momentum/`);
  await expect
    .poll(() => page.evaluate(() => document.fonts.check("18px 'Source Serif 4'")))
    .toBe(true);

  const cell = page.locator("downhill-cell[data-ready]").first();
  await cell.getByRole("button", { name: "Run" }).click();
  await expect(cell.locator("[data-part=status]")).toHaveText(/^Ran in/);

  await page.locator("#ravine").getByRole("button", { name: "Step" }).click();
  await expect(page.locator("#ravine .plot-version")).toHaveCount(0);

  const exercise = page.locator('downhill-exercise[data-exercise="heavy-ball"][data-ready]');
  await exercise.getByRole("button", { name: "Check" }).click();
  await expect(exercise.locator("[data-part=verdict]")).toContainText("Not yet");
  expect(lost).toEqual([]);
});
