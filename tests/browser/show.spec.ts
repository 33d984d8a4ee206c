import { readFile } from "node:fs/promises";
import { firstCell, output, runText, status } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

test("formulas, matrices, frames, tables and long values each have their form, and a text", async ({
  page,
}) => {
  const cell = await firstCell(page);

  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a cell
  await runText(cell, "const kappa = 25;\ntex`\\kappa = ${kappa}`");
  await expect(output(cell).locator("math")).toContainText("25");

  await runText(cell, "[[1, 0], [0, 25]]");
  await expect(output(cell).getByRole("group", { name: "Matrix, 2 × 2" })).toContainText("25");

  await runText(cell, "Array.from({ length: 300 }, (_, t) => ({ t, loss: 0.9 ** t }))");
  await expect(output(cell).getByRole("row")).toHaveCount(21);
  await output(cell).getByText("See all 300 rows").click();
  await expect(output(cell).getByRole("row")).toHaveCount(301);

  await runText(cell, "Float64Array.from({ length: 1000 }, (_, i) => i)");
  await expect(output(cell)).toContainText("… 976 more");
  await expect(output(cell).getByText("999]")).toBeHidden();
  await output(cell).getByText("See all").click();
  await expect(output(cell).getByText("999]")).toBeVisible();

  await runText(
    cell,
    'import * as Plot from "@observablehq/plot";\nPlot.lineY([1, 4, 9]).plot({ y: { label: "loss" } })',
  );
  await expect(
    output(cell).getByRole("img", {
      name: "Plot. loss from 1 to 9; x from 0 to 2. Shows line (3).",
    }),
  ).toBeAttached();

  await runText(cell, "tex`\\\\frac{1`");
  await expect(output(cell)).toContainText("cannot read the formula");
});

test("a generator is played, stepped and scrubbed, by keyboard too", async ({ page }) => {
  const cell = await firstCell(page);
  await runText(
    cell,
    "function* halves() { for (let x = 64; x >= 1; x /= 2) yield 'x = ' + x; }\nhalves()",
  );
  const stage = output(cell).locator(".frames-stage");
  await expect(stage).toHaveText("x = 1");
  await output(cell).getByRole("button", { name: "Step" }).click();
  await expect(stage).toHaveText("x = 64");
  const scrub = output(cell).getByRole("slider", { name: "frame" });
  await scrub.focus();
  await page.keyboard.press("ArrowRight");
  await expect(stage).toHaveText("x = 32");
  await expect(scrub).toHaveAttribute("aria-valuetext", "frame 2 of 7");
  await output(cell).getByRole("button", { name: "Play" }).press("Enter");
  await expect(stage).toHaveText("x = 1", { timeout: 10_000 });
});

test("a file is offered and saved only when the reader presses", async ({ page }) => {
  const cell = await firstCell(page);
  const saved: string[] = [];
  page.on("download", (download) => saved.push(download.suggestedFilename()));
  await runText(cell, 'download([{ t: 1, loss: 0.5 }], "run.csv");\n"ready"');
  await expect(status(cell)).toHaveText(/^Ran in/);
  const button = output(cell).getByRole("button", { name: "Save run.csv" });
  await expect(button).toBeEnabled();
  expect(saved).toEqual([]);
  const coming = page.waitForEvent("download");
  await button.click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("run.csv");
  expect(await readFile(await download.path(), "utf8")).toBe("t,loss\r\n1,0.5\r\n");
  await runText(cell, 'download("x", "setup.exe")');
  await expect(output(cell)).toContainText("a cell can offer files that end with .csv");
});
