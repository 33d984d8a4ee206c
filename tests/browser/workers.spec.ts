import { cellIds, cellOf, output, run } from "./cell-page.ts";
import { expect, test } from "./quiet.ts";
import { live } from "./widget-page.ts";

test.use({ of: "downhill-cell, .widget" });

test("the workers of the figure start when asked, and stop when asked and when the figure leaves", async ({
  page,
}) => {
  const widget = await live(page, "strategies/", "digits-workers");
  // The worker of the cells is another, and starts with the page.
  const own = () => page.workers().filter((worker) => !worker.url().startsWith("blob:")).length;
  const said = widget.locator(".widget-state");
  await widget.getByRole("button", { name: "Measure" }).click();
  await expect.poll(own).toBeGreaterThan(1);
  await widget.getByRole("button", { name: "Stop" }).click();
  await expect(said).toHaveText("Stopped. What was measured until then is shown.");
  await expect.poll(own).toBe(0);

  await widget.getByRole("button", { name: "Measure" }).click();
  await expect(said).toContainText("synchronous, training 1 of 3");
  await page.getByRole("heading", { name: "Recap" }).scrollIntoViewIfNeeded();
  await expect(said).toContainText("the figure left the screen");
  await expect.poll(own).toBe(0);
});

test("a browser without workers says so, and shows the simulation", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  const widget = await live(page, "strategies/", "digits-workers");
  await widget.getByRole("button", { name: "Measure" }).click();
  await expect(widget.locator(".widget-state")).toContainText("has no Web Workers");
  await expect(widget.locator(".widget-summary")).toContainText(
    "Simulated loss by number of workers",
  );
  const cell = cellOf(page, (await cellIds(page))[0] ?? "");
  await run(cell).click();
  await expect(output(cell)).toContainText("This browser starts no worker");
});
