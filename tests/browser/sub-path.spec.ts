import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SiteServer, serveSites } from "../bench/site-server.ts";
import { expect, test } from "./quiet.ts";

const folder = mkdtempSync(join(tmpdir(), "downhill-site-"));
let server: SiteServer | undefined;

// It builds the book once more.
test.describe.configure({ timeout: 900_000 });

test.beforeAll(async () => {
  const env = {
    ...process.env,
    DOWNHILL_BASE: "/books/downhill/",
    DOWNHILL_OUT: join(folder, "downhill"),
  };
  const { status, stderr } = spawnSync("astro", ["build"], { env, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  server = await serveSites({ books: folder }, {});
});

test.afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the book works under a sub-path: links, fonts, a figure, a cell and an exercise", async ({
  page,
}) => {
  const book = `http://localhost:${server?.port}/books/downhill/`;
  const lost: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) lost.push(response.url());
  });
  await page.goto(book);
  await page.getByRole("link", { name: "Momentum", exact: true }).click();
  await expect(page).toHaveURL(`${book}momentum/`);
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
