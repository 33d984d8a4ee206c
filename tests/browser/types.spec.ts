import type { Locator, Page } from "@playwright/test";
import { code, edit, openChapter, output, run, status, write } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

/** The type checker is large and its worker slow to start on a busy machine; it starts once. */
const START = { timeout: 30_000 };

const underlined = (cell: Locator) => code(cell).locator(".cm-lintRange-error");
const options = (page: Page) => page.locator(".cm-tooltip-autocomplete [role=option]");

async function openCells(page: Page): Promise<readonly [Locator, Locator]> {
  const [first, second] = await openChapter(page);
  if (!first || !second) throw new Error("the chapter has fewer than two cells");
  return [first, second];
}

test.use({ typeChecker: true, of: "downhill-cell" });

test("nothing of the type checker is loaded before an editor is opened", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const [cell] = await openCells(page);
  await run(cell).click();
  await expect(status(cell)).toHaveText(/^Ran in/);
  expect(asked.filter((path) => /type-library|client/.test(path))).toEqual([]);
  await edit(cell);
  await expect.poll(() => asked.some((path) => path.includes("type-library")), START).toBe(true);
});

test("a type error is underlined as one types, explained, and does not forbid running", async ({
  page,
}) => {
  const [cell] = await openCells(page);
  await write(cell, "const start: string = 12;\nstart");
  await expect(underlined(cell)).toHaveText("start", START);
  await underlined(cell).hover();
  await expect(page.locator(".cm-tooltip-lint")).toHaveText(
    "Type 'number' is not assignable to type 'string'.",
  );
  await run(cell).click();
  await expect(output(cell)).toHaveText("12");
  await expect(underlined(cell)).toHaveCount(1);
  await write(cell, "const start: number = 12;\nstart");
  await expect(underlined(cell)).toHaveCount(0);
});

test("an error made in one cell appears in the other that uses its name", async ({ page }) => {
  const [first, second] = await openCells(page);
  await write(second, "start.toFixed(2)");
  await write(first, "const start = 12;");
  await expect(underlined(second)).toHaveCount(0, START);
  await write(first, 'const start = "12";');
  await expect(underlined(second)).toHaveText("toFixed", START);
});

test("completion offers the package, tells what a name means and adds its import", async ({
  page,
}) => {
  const [cell] = await openCells(page);
  await write(cell, "const method = ");
  await page.keyboard.type("momentu");
  await expect(options(page).first()).toContainText("momentum", START);
  await expect(page.locator(".cm-completionInfo")).toContainText("Momentum, or the heavy ball");
  await page.keyboard.press("Enter");
  await expect(code(cell)).toContainText('import { momentum } from "@downhill/optim";');
  await expect(code(cell)).toContainText("const method = momentum");
});

test("a list of completions that is open closes when the cell runs", async ({ page }) => {
  const [cell] = await openCells(page);
  await write(cell, "const momentumOfBall = 12;\n");
  await page.keyboard.type("momentumOf");
  await expect(options(page).first()).toContainText("momentumOfBall", START);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(options(page)).toHaveCount(0);
  await expect(output(cell)).toContainText("momentumOf");
});

test("inside a call the parameters are shown, and Escape hides them", async ({ page }) => {
  const [cell] = await openCells(page);
  await write(cell, 'import { axpy, vec } from "@downhill/optim";\n');
  await page.keyboard.type("axpy(2, ");
  const help = page.locator(".type-note");
  await expect(help.locator("strong")).toHaveText("x: Vec", START);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

test("hover shows the docstring of a name of the package", async ({ page }) => {
  const [cell] = await openCells(page);
  await write(cell, 'import { norm } from "@downhill/optim";\nnorm');
  await expect(underlined(cell)).toHaveCount(0);
  await code(cell)
    .locator(".cm-line")
    .nth(1)
    .getByText("norm")
    .hover({ position: { x: 5, y: 5 } });
  await expect(page.locator(".cm-tooltip-hover .type-docs")).toContainText(
    "Euclidean length",
    START,
  );
});

test("without the type checker the editor works as before", async ({ page, context }) => {
  await context.route(/type-library/, (route) => route.abort());
  const [cell] = await openCells(page);
  await write(cell, "const n: string = 1 + 1;\nn");
  await run(cell).click();
  await expect(output(cell)).toHaveText("2");
});
