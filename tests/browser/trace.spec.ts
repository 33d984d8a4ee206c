import { firstCell, output, runText, status } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";

test.use({ of: "downhill-cell" });

test("a trace shows itself, and is played, stepped and scrubbed", async ({ page }) => {
  const cell = await firstCell(page);
  await runText(
    cell,
    `import { bowl, momentum, run } from "@downhill/optim";
run(momentum({ learningRate: 0.04 }), bowl([1, 25]), [-4, 1], { steps: 80 })`,
  );
  await expect(status(cell)).toHaveText(/^Ran in/);
  const figure = output(cell).getByRole("figure", {
    name: /^momentum, 80 steps: f from 20\.5 to /,
  });
  await expect(figure).toBeVisible();
  const readout = figure.locator(".player-readout");
  const scrub = figure.getByRole("slider", { name: "step" });
  await expect(readout).toHaveText(/^80: f = /);
  await scrub.focus();
  await page.keyboard.press("Home");
  await expect(readout).toHaveText("0: f = 20.5");
  await figure.getByRole("button", { name: "Step" }).click();
  await expect(readout).toHaveText(/^1: f = /);
  await expect(figure.locator(".trace-map .trace-path")).toHaveAttribute("points", /^\S+ \S+$/);
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(readout).toHaveText(/^80: f = /, { timeout: 15_000 });
  await expect(figure.getByRole("button", { name: "Play" })).toBeVisible();
  await figure.getByText("Numbers").click();
  await expect(figure.getByRole("columnheader", { name: "step" })).toBeVisible();
});
