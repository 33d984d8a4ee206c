import type { Locator } from "@playwright/test";
import { expect, test } from "./quiet.ts";
import { enliven, live } from "./widget-page.ts";

test.use({ of: ".widget" });

const summary = (widget: Locator) => widget.locator(".widget-summary, figcaption").first();

test("a typed sentence is put into a chapter, with the words that speak for it and those not known", async ({
  page,
}) => {
  const widget = await live(page, "adagrad/", "book-words");
  const answer = widget.locator(".book-words-answer");
  await widget.getByRole("textbox", { name: /^A sentence/ }).fill("A zebra on a saddle.");
  await expect(answer).toContainText("Chapter 4, Saddle points");
  await expect(answer).toContainText("“saddle”");
  await expect(answer).toContainText("Not known: “zebra”.");
  // Sent to someone else, the address shows the same sentence.
  await expect.poll(() => page.url()).toContain("book-words=sentence:");
  await page.reload();
  const again = await enliven(page, "book-words");
  await expect(again.getByRole("textbox", { name: /^A sentence/ })).toHaveValue(
    "A zebra on a saddle.",
  );
  await expect(again.locator(".book-words-answer")).toContainText("Not known: “zebra”.");
  await again.getByRole("button", { name: "One held out" }).click();
  await expect(again.locator(".book-words-answer")).toContainText("and was held out.");
});

test("without the sentences the figure says so and shows what the build has drawn", async ({
  page,
  silence,
}) => {
  await page.route("**/sentences.json", (route) => route.abort());
  const widget = await live(page, "adagrad/", "book-words");
  await expect(widget.locator(".widget-summary")).toContainText("could not be loaded");
  await expect(widget.locator(".plot-drawing svg")).toHaveCount(2);
  await widget.getByRole("textbox", { name: /^A sentence/ }).fill("Momentum again.");
  await expect(widget.locator(".book-words-answer")).toContainText("without the sentences");
  // The browser itself reports the request that was cut.
  (silence as string[]).splice(0);
});

test("a factor before the loss throws momentum out and leaves Adam where it is", async ({
  page,
}) => {
  const widget = await live(page, "adam/", "three-methods");
  const summary = widget.locator(".widget-summary");
  await expect(summary).toContainText("Adam is at (0.000, −0.035)");
  await widget.getByLabel(/^c factor before the loss$/).press("End");
  await expect(summary).toContainText("momentum: diverged at step");
  await expect(summary).toContainText("Adam is at (0.000, −0.035)");
});

test("the figures of the AMSGrad chapter answer to a memory, another picture and chance", async ({
  page,
}) => {
  const ends = await live(page, "amsgrad/", "wrong-end");
  await expect(summary(ends)).toContainText("Adam goes to the wrong end");
  await ends.getByRole("radio", { name: "0.9", exact: true }).press("Space");
  await expect(summary(ends)).toContainText("Adam goes to the best place");
  await ends.getByRole("textbox", { name: /^large gradient C/ }).fill("2.1");
  await expect.poll(() => page.url()).toContain("?wrong-end=C:2.1,beta2:0.9");
  const spike = await enliven(page, "after-a-spike");
  await spike.getByRole("radio", { name: "factor of m" }).press("Space");
  await expect(summary(spike)).toContainText("At step 100, factor of m");
  const rare = await enliven(page, "rare-gradients");
  await rare.getByRole("button", { name: "Other chances" }).press("Enter");
  await expect(summary(rare)).toContainText("at random, once in a hundred steps");
});
