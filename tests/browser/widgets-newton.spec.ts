import { expect, test } from "./quiet.ts";
import { enliven, live } from "./widget-page.ts";

test.use({ of: ".widget" });

test("the figures of the Newton chapter answer to a start, to a border and to a rate", async ({
  page,
}) => {
  const line = await live(page, "newton/", "newton-line");
  const summary = line.locator(".widget-summary");
  await expect(summary).toContainText("ends at the minimum 0 after 6 steps");
  await line.getByRole("radio", { name: "1.1", exact: true }).press("Space");
  await expect(summary).toContainText("diverged at step 5");
  await line.getByRole("radio", { name: "x − ln x" }).press("Space");
  await expect(summary).toContainText("On x − ln x from 0.5");
  const saddle = await enliven(page, "newton-saddle");
  await saddle.getByRole("textbox", { name: /^start beside the axis/ }).fill("0.5");
  await expect(saddle.locator(".widget-summary")).toContainText("Newton to the minimum at y = −1");
  await expect.poll(() => page.url()).toContain("newton-saddle=y0:0.5");
});

test("a network is trained in the page, at the rate that the reader sets", async ({ page }) => {
  const meter = await live(page, "newton/", "sharpness-meter");
  const summary = meter.locator(".widget-summary");
  await expect(summary).toContainText("the limit 2/η is 4.");
  await meter.getByRole("radio", { name: "0.3", exact: true }).press("Space");
  await expect(summary).toContainText("The training is under way.");
  // The last digits are those of the browser's own tanh, after four thousand steps.
  await expect(summary).toContainText(/between 6\.5\d+ and 6\.[56]/, { timeout: 60_000 });
});
