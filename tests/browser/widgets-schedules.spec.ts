import { expect, test } from "./quiet.ts";
import { enliven, live } from "./widget-page.ts";

test.use({ of: ".widget" });

test("the figures of the schedules' chapter answer to another schedule, a trial and a toggle", async ({
  page,
}) => {
  const studio = await live(page, "schedules/", "schedule-studio");
  await studio.getByRole("radio", { name: "the faulty recursion" }).press("Space");
  await expect(studio.locator(".widget-summary")).toContainText("It ends at 2.4, number 11 of 11");
  await expect.poll(() => page.url()).toContain("?schedule-studio=schedule:misprint,shape:0.01");
  const search = await enliven(page, "live-search");
  await search.getByRole("radio", { name: "random" }).press("Space");
  await expect(search.locator(".widget-summary")).toContainText("no trial has been made yet");
  await search.getByRole("button", { name: "Step" }).press("Enter");
  await expect(search.locator(".widget-summary")).toContainText("1 trial, 30 epochs");
  const belief = await enliven(page, "bayesian-search");
  await belief.getByRole("checkbox", { name: "show the truth" }).press("Space");
  await expect(belief.getByText("the truth (dotted)")).toHaveCount(0);
});
