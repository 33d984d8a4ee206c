import { expect, test } from "./quiet.ts";
import { enliven, live } from "./widget-page.ts";

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
