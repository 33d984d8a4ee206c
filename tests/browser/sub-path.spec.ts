import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./quiet.ts";

const PORT = 4396;
const BOOK = `http://localhost:${PORT}/books/downhill/`;
const env = {
  ...process.env,
  DOWNHILL_BASE: "/books/downhill/",
  DOWNHILL_OUT: mkdtempSync(join(tmpdir(), "downhill-site-")),
};
let server: ChildProcess | undefined;

// It builds the book once more, beside other tests.
test.describe.configure({ timeout: 900_000 });

test.beforeAll(async () => {
  const { status, stderr } = spawnSync("astro", ["build"], { env, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  server = spawn("astro", ["preview", "--ignore-lock", "--port", String(PORT)], {
    env,
    stdio: "ignore",
  });
  await expect
    .poll(
      () =>
        // An answer that does not come is asked for once more.
        fetch(BOOK, { signal: AbortSignal.timeout(5000) }).then(
          ({ status: answer }) => answer,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
});

test.afterAll(() => {
  server?.kill();
});

test("the book works under a sub-path: links, fonts, a figure, a cell and an exercise", async ({
  page,
}) => {
  const lost: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) lost.push(response.url());
  });
  await page.goto(BOOK);
  await page.getByRole("link", { name: "Momentum", exact: true }).click();
  await expect(page).toHaveURL(`${BOOK}momentum/`);
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
