import {
  asMeant,
  firstCell,
  openChapter,
  output,
  runText,
  status,
  stop,
  write,
} from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

test("Run all runs every cell in order, an edited one and what depends on it included", async ({
  page,
}) => {
  const cells = await openChapter(page);
  const [first, second] = cells;
  if (!first || !second) throw new Error("the chapter has fewer than two cells");
  await write(second, "temperature.length + 40");
  await second.getByText("About this cell").click();
  await second.getByRole("button", { name: "Run all cells" }).click();
  await expect(output(second)).toHaveText("405");
  for (const cell of cells) await expect(status(cell)).toHaveText(await asMeant(cell));
  await expect(second.locator('[data-part="links"]')).toHaveText(
    /^Reads temperature from “[\w-]+”\. Defines nothing\.$/,
  );
});

test("a long loop shows how far it has come and what is left, and can be stopped", async ({
  page,
}) => {
  const cell = await firstCell(page);
  await runText(
    cell,
    "for (const k of progress(200)) {\n  const end = performance.now() + 50;\n  while (performance.now() < end);\n}",
  );
  const bar = cell.getByRole("progressbar");
  await expect(bar).toBeVisible();
  await expect(cell.locator('[data-part="clock"]')).toHaveText(/, \d+ %, about \d+ s left$/);
  await stop(cell).click();
  await expect(bar).toBeHidden();
  await expect(status(cell)).toHaveText(/^Stopped after/);
});
