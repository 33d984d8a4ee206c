import type { Locator } from "@playwright/test";
import { expect, test } from "./quiet.ts";
import { enliven, live } from "./widget-page.ts";

test.use({ of: ".widget" });

const summary = (widget: Locator) => widget.locator(".widget-summary");

test("the searches and steps of the quasi-Newton chapter answer to their controls", async ({
  page,
}) => {
  const bench = await live(page, "quasi-newton/", "line-search-bench");
  await expect(summary(bench)).toContainText("backtracking takes α = 0.125 after 4 trials");
  await bench.getByRole("radio", { name: "strong Wolfe" }).press("Space");
  await expect(summary(bench)).toContainText("strong Wolfe takes α = 0.08872 after 3 trials");
  await expect.poll(() => page.url()).toContain("line-search-bench=search:strong-wolfe");
  const dogleg = await enliven(page, "dogleg");
  await dogleg.getByRole("radio", { name: "5", exact: true }).press("Space");
  await expect(summary(dogleg)).toContainText("the dogleg ends at Newton’s point, which fits");
  await dogleg.getByRole("slider", { name: "Start of the step" }).press("ArrowLeft");
  await expect(summary(dogleg)).toContainText("At (3.90, 1.00)");
});

test("the learned ellipse, the two loops and the contest answer too", async ({ page }) => {
  const pairs = await live(page, "quasi-newton/", "secant-pairs");
  await pairs.getByRole("button", { name: "Step" }).press("Enter");
  await expect(summary(pairs)).toContainText("After 2 steps");
  await pairs.getByRole("radio", { name: "Rosenbrock’s valley" }).press("Space");
  await expect(summary(pairs)).toContainText("no true ellipse");
  const loops = await enliven(page, "two-loop");
  await loops.getByRole("radio", { name: "1", exact: true }).press("Space");
  await expect(loops.locator(".widget-lines li")).toHaveCount(4);
  await expect(loops.locator("[aria-current=step]")).toContainText("a₃");
  const contest = await enliven(page, "contest");
  await contest.getByRole("radio", { name: "0.1", exact: true }).press("Space");
  await expect(summary(contest)).toContainText("BFGS has f about");
});
