import type { Page } from "@playwright/test";
import { cellOf, firstCell, output, run, runText, status } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

/** What the worked notebooks come to, by address: the cell, and words of its output. */
const RESULTS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  "fit-a-line": {
    descent: /in cm\s*1901\s*converged/,
    residuals:
      /normal equations\s*0\.415755\s*-0\.363076.*in cm\s*0\.415755\s*-0\.363076.*standardised\s*0\.415755\s*-0\.363076/s,
  },
  "train-on-digits": { training: /"told right, %": (9\d|100)/, mistakes: /read as/ },
  "your-own-surface": {
    critical: /minimum\s*-1\.42755\s*0\s*-0\.887863/,
    descent: /"which is": "a minimum"/,
  },
  race: { race: /trust region\s*13.*gradient descent\s*2126/s },
  "adam-goes-the-wrong-way": {
    online: /Adam\s*3000000\s*1\s*0\.232708\s*AMSGrad\s*3000000\s*-0\.996998/,
    stochastic: /5\s*0\.985581\s*-0\.974391/,
  },
};

async function openNotebook(page: Page, slug: string): Promise<void> {
  await page.goto(`notebook/${slug}/`);
  await expect(page.locator("downhill-cell[data-ready]").first()).toBeAttached();
}

test("each worked notebook runs from top to bottom and comes to its result", async ({ page }) => {
  for (const [slug, results] of Object.entries(RESULTS)) {
    await openNotebook(page, slug);
    const cells = page.locator("downhill-cell");
    // What the build stored is taken away: what is read below has come from the page.
    await page
      .locator('[data-part="output"]')
      .evaluateAll((outputs) => outputs.map((one) => one.replaceChildren()));
    await cells.first().getByText("About this cell").click();
    await cells.first().getByRole("button", { name: "Run all cells" }).click();
    for (let i = 0; i < (await cells.count()); i++)
      await expect(status(cells.nth(i)), `${slug}, cell ${i}`).toHaveText(/^Ran in/, {
        timeout: 60_000,
      });
    for (const [id, words] of Object.entries(results))
      await expect(output(cellOf(page, id)), `${slug}, ${id}`).toHaveText(words);
  }
});

test("a formula typed into its field is drawn and walked on, and a half one is told in words", async ({
  page,
}) => {
  await openNotebook(page, "your-own-surface");
  const field = cellOf(page, "formula").getByRole("textbox", { name: "f(x, y) =" });
  await run(cellOf(page, "descent")).click();
  await expect(status(cellOf(page, "descent"))).toHaveText(/^Ran in/);
  await field.fill("(x - 1)^2 + 4(y + ");
  await expect(output(cellOf(page, "formula"))).toContainText(
    "readFormula: the formula ends too early",
  );
  await field.press("End");
  await page.keyboard.type("1)^2");
  await expect(field).toBeFocused();
  await expect(output(cellOf(page, "critical"))).toHaveText(
    /^kind.*most\s*minimum\s*1\s*-1\s*0\s*2\s*8$/s,
  );
  await expect(output(cellOf(page, "descent"))).toContainText('"which is": "a minimum"');
  await page.reload();
  await expect(field).toHaveValue("(x - 1)^2 + 4(y + 1)^2");
});

test("a cell of a chapter has the data sets when it imports them, and not before", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const cell = await firstCell(page);
  await run(cell).click();
  await expect(status(cell)).toHaveText(/^Ran in/);
  await runText(cell, 'import { soap } from "@downhill/optim";\ntypeof soap');
  await expect(output(cell)).toHaveText("function");
  expect(asked.filter((path) => path.endsWith("optimizer-data.json"))).toEqual([]);
  await runText(cell, 'import { digits } from "@downhill/optim/data";\ndigits().X.length');
  await expect(output(cell)).toHaveText("1797");
});

test("a worked notebook is found among the notebooks, copied, and runs as one of the reader's", async ({
  page,
}) => {
  await page.goto("notebook/");
  await expect(page.locator(".scratch-worked")).toHaveCount(5);
  await page.getByRole("link", { name: "Copy Fit a line to real data to my notebooks" }).click();
  await expect(page.getByRole("heading", { name: "Fit a line to real data" })).toBeVisible();
  const cells = page.locator("downhill-cell");
  await expect(cells).toHaveCount(await cellsOf(page, "fit-a-line"));
  await run(cells.first()).click();
  await expect(status(cells.first())).toHaveText(/^Ran in/);
  await page.goto("notebook/");
  await expect(page.getByRole("heading", { name: "Yours" })).toBeVisible();
});

/** How many cells the page of a worked notebook has. */
async function cellsOf(page: Page, slug: string): Promise<number> {
  const html = await (await page.request.get(`notebook/${slug}/`)).text();
  return html.split("<downhill-cell ").length - 1;
}
