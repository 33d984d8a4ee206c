import { firstCell, output, runText, status } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

test("a run of more than ten seconds is said to go on, and is not cut short", async ({ page }) => {
  const cell = await firstCell(page);
  await runText(cell, "const from = Date.now();\nwhile (Date.now() - from < 12_000) {}\n'done'");
  await expect(status(cell)).toHaveText("Still running; Stop ends it", { timeout: 25_000 });
  await expect(output(cell)).toHaveText("done", { timeout: 20_000 });
  await expect(status(cell)).toHaveText(/^Ran in 1\d/);
});
