import { firstCell, runText } from "./cell-page.ts";
import { followFromOutside } from "./outliving-page.ts";
import { expect, loudTest as test } from "./quiet.ts";

// Not the silent test: a browser reports what its policy refuses to the console.

test("a cell that eats all memory does not take the page with it", async ({ page, context }) => {
  test.setTimeout(120_000);
  const { heard, press } = await followFromOutside(page, context, "downhill-cell");
  const first = async () => (await heard())[0] ?? "";
  const cell = await firstCell(page);
  await runText(
    cell,
    "const hoard: unknown[] = [];\nfor (;;) hoard.push(new Array(1000).fill(1.5));",
  );
  await expect.poll(first, { timeout: 90_000 }).toContain("used up the memory");

  // The same page has a fresh worker, which starts the cell again and can be stopped.
  await press("downhill-cell [data-part=run]");
  await expect.poll(first).toContain("Running");
  await press("downhill-cell [data-part=stop]");
  await expect.poll(first).toContain("Stopped after");
  await page.close();
});
