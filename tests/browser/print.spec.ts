import { parseHTML } from "linkedom";
import { findBrowser } from "../../src/cli/browser.mjs";
import { printBook } from "../../src/cli/pdf/print-book.ts";
import { TIMES } from "../times.ts";
import { builtBook, dense, readBook } from "./printed-book.ts";
import { expect, sidewaysScroll, test } from "./quiet.ts";

/** The whole book for `npm run audit`, two chapters else. */
const CHAPTERS = TIMES > 1 ? undefined : ["ewa", "saddle-points"];

/** Points of a margin that must stay empty at the right edge of the paper: 12 mm. */
const EDGE = 34;

test("the book as PDF: page numbers are true, links arrive, nothing is cut", async () => {
  test.setTimeout(TIMES > 1 ? 3_600_000 : 300_000);
  const book = builtBook(CHAPTERS);
  const { bytes, pages: count } = await printBook(book, {
    folder: "dist",
    browser: findBrowser(),
    paper: "A4",
  });
  const { pages, places, outline } = await readBook(bytes);
  const { document } = parseHTML(book.html);
  const chapters = document.querySelectorAll(".book-part").length - 3;
  expect(pages).toHaveLength(count);
  expect(count).toBeGreaterThan(chapters * 12);
  expect(count).toBeLessThan(chapters * 60 + 40);

  // Each line of the contents stands in the contents, and its heading on the page that it names.
  const lines = [...document.querySelectorAll(".book-contents p")];
  expect(lines.length).toBeGreaterThan(chapters * 6);
  const contents = pages
    .slice(1, places.get(document.querySelector(".book-part")?.id ?? ""))
    .map(({ text }) => text)
    .join("");
  for (const line of lines) {
    const link = line.querySelector("a");
    const id = link?.getAttribute("href")?.slice(1) ?? "";
    const page = places.get(id) ?? 0;
    // What KaTeX has for screen readers is not printed.
    for (const unseen of link?.querySelectorAll(".katex-mathml, .book-number") ?? [])
      unseen.remove();
    const words = dense(link?.textContent ?? "?");
    expect(contents, id).toContain(`${words}${page}`);
    expect(pages[page - 1]?.text, `${id} on page ${page}`).toContain(words);
  }

  // What is linked is there: in the book's own HTML, and as a place of the PDF.
  const ids = new Set([...document.querySelectorAll("[id]")].map(({ id }) => id));
  const hrefs = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
    decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""),
  );
  expect(hrefs.filter((id) => !ids.has(id))).toEqual([]);
  const followed = pages.flatMap(({ links }) => links);
  expect(followed.length).toBeGreaterThan(lines.length);
  expect(followed.filter((name) => !places.has(decodeURIComponent(name)))).toEqual([]);
  for (const heading of document.querySelectorAll(".chapter h1"))
    expect(outline.map(dense)).toContain(dense(heading.textContent ?? ""));

  // The number of an equation stands on the page to which a reference to it leads.
  const references = [...document.querySelectorAll("a.equation-reference")];
  expect(references.length).toBeGreaterThan(chapters);
  for (const reference of references) {
    const page = places.get(reference.getAttribute("href")?.slice(1) ?? "") ?? 0;
    expect(pages[page - 1]?.text).toContain(dense(reference.textContent ?? "?"));
  }

  for (const [index, { pieces, width }] of pages.entries()) {
    const cut = pieces.filter(({ left, right }) => left < EDGE || right > width - EDGE);
    expect(cut, `page ${index + 1}`).toEqual([]);
  }
  expect(document.querySelectorAll(".link-code").length).toBeGreaterThan(chapters);
  expect(document.querySelector('[data-part="solution"]')).toBeNull();
  const solved = parseHTML(builtBook(["ewa"], true).html).document;
  expect(solved.querySelectorAll('[data-part="solution"]').length).toBeGreaterThan(3);
});

test("a chapter on paper: light, open, without interface; hints, solutions and codes by choice", async ({
  page,
}) => {
  test.slow();
  await page.addInitScript(() => {
    // The window would hold the page; what stands on paper is asked while it would be open.
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      document.documentElement.dataset["printing"] = "";
    };
    // The frame of the cells has no storage.
    if (window === top) localStorage.setItem("downhill:theme", "dark");
  });
  const loaded = page.waitForResponse(/for-paper/);
  await page.goto("momentum/");
  await page.mouse.move(300, 300);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 643, height: 900 });

  const background = (name: string) =>
    page.evaluate((one) => getComputedStyle(document.documentElement).getPropertyValue(one), name);
  expect(await background("--paper")).toBe("#fff");
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(31, 28, 24)");
  await expect(page.locator(".fold .fold-body").first()).toBeVisible();
  await expect(page.locator(".cell-output").first()).toBeVisible();
  await expect(page.locator(".equation-number").first()).toBeVisible();
  for (const hidden of [".masthead", ".colophon", ".outline", ".cell-bar", ".exercise-help"])
    for (const element of await page.locator(hidden).all()) await expect(element).toBeHidden();
  expect(await page.locator("main button:visible, main input[type=range]:visible").count()).toBe(0);
  expect(await sidewaysScroll(page)).toBe(0);

  await loaded;
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await page.setViewportSize({ width: 1280, height: 900 });
  const print = async (...choices: readonly string[]) => {
    await page.getByRole("button", { name: "Share or take away", exact: true }).press("Enter");
    const paper = page.locator("dialog section", { hasText: "On paper" });
    await expect(paper.getByLabel("A link code for each figure")).toBeChecked();
    for (const choice of choices) {
      const box = paper.getByLabel(choice);
      const wanted = !(await box.isChecked());
      // The dialog takes the keyboard when it opens, perhaps between the way to the box and the key.
      await expect(async () => {
        if ((await box.isChecked()) !== wanted) await box.press("Space");
        expect(await box.isChecked()).toBe(wanted);
      }).toPass();
    }
    await paper.getByRole("button", { name: "Print" }).press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-printing", "");
    await expect(page.locator("dialog")).toBeHidden();
    await page.emulateMedia({ media: "print" });
  };
  const done = async () => {
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => {
      delete document.documentElement.dataset["printing"];
      dispatchEvent(new Event("afterprint"));
    });
  };
  const hints = page.locator("[data-hint]:visible");
  const solutions = page.locator('[data-part="solution"]:visible');
  const codes = page.locator(".link-code");

  await print();
  expect([await hints.count(), await solutions.count()]).toEqual([0, 0]);
  const figures = await page.locator("figure[id]").count();
  await expect(codes).toHaveCount(figures);
  await expect(codes.first()).toHaveAttribute("href", /\/momentum\/#ravine$/);
  await expect(codes.first().getByRole("img")).toBeVisible();
  await expect(page.locator(".sheet-options").first()).toContainText("To choose from: creeping");
  await done();
  await expect(page.locator(".link-code, .sheet-options")).toHaveCount(0);

  await print("Hints", "Solutions", "A link code for each figure");
  const exercises = await page.locator("downhill-exercise").count();
  await expect(solutions).toHaveCount(exercises);
  await expect(page.locator('[data-part="answers"]:not(:empty)').first()).toBeVisible();
  expect(await hints.count()).toBeGreaterThan(exercises);
  await expect(codes).toHaveCount(0);
  await done();
  await expect(page.locator("html")).not.toHaveAttribute("data-print");
});
