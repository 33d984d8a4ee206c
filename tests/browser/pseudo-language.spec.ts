import { globSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { PSEUDO } from "../../src/language/pseudo-locale.ts";
import { builtAgain } from "./built-again.ts";
import { expect, test } from "./quiet.ts";

const PAGES = [
  "",
  "assignment/",
  "conventions/",
  "find/",
  "map/",
  "momentum/",
  "my-work/",
  "notebook/",
  "offline/",
  "reference/momentum/",
  "teach/",
  "teach/guide/",
];

let book: Awaited<ReturnType<typeof builtAgain>> | undefined;

// It builds the book once more, which two workers cannot do at a time.
test.describe.configure({ mode: "default", timeout: 900_000 });

test.beforeAll(async () => {
  book = await builtAgain("pseudo", { DOWNHILL_LANGUAGE: PSEUDO });
});

test.afterAll(() => book?.close());

/** What authors write, and the package says of itself: it is translated as a whole, or not. */
const authored = globSync(["content/**/*.{mdx,yml,json,ts}", "src/optim/src/**/*.ts"])
  .filter((path) => !path.startsWith("content/language/"))
  .map((path) => readFileSync(path, "utf8").replace(/^\s*\* ?/gm, ""))
  .join("\n");
const content = plain(authored.replace(/<\/?[A-Za-z][^<>]*>/g, " ")) + plain(authored);

/** A text without its typography and the marks of Markdown. */
function plain(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[*_`$\\]/g, "")
    .replace(/\s+/g, " ");
}

/** Whether authors wrote it; the interface sets numbers, arrows and full stops beside it. */
function isContent(text: string): boolean {
  return content.includes(
    plain(text)
      .replace(/^[\s\d.,:;←→]+/, "")
      .replace(/[\s\d.−→\]]+$/, ""),
  );
}

/** Texts in plain letters on a page, seen or heard, but for code, mathematics, outputs and works. */
function plainTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LEFT_OUT =
      "script, style, code, pre, math, .katex, .cm-editor, .cell-output, .reading, .citation, .index-symbols, option";
    const HEARD = ["aria-label", "aria-description", "title", "placeholder", "alt"];
    const found: string[] = [];
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      if (!texts.currentNode.parentElement?.closest(LEFT_OUT))
        found.push(texts.currentNode.nodeValue ?? "");
    for (const name of HEARD)
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!element.closest(LEFT_OUT)) found.push(element.getAttribute(name) ?? "");
    const ACCENTED = /[åéîöûýçñ]/i;
    const isText = (text: string) =>
      /\p{Script=Latin}{2}/u.test(text) && !/^[IVX]+$/.test(text) && !ACCENTED.test(text);
    return [...new Set(found.map((text) => text.trim()).filter(isText))];
  });
}

/** Keys, and letters that the browser lists. */
const SAME = /^(Ctrl\+Enter|\w(, \w)*,? and \w)$/;

for (const path of PAGES)
  test(`/${path} says all that authors did not write in the language of the edition, and fits a phone`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${book?.address}${path}`);
    await expect(page.locator("html")).toHaveAttribute("lang", PSEUDO);
    expect((await plainTexts(page)).filter((text) => !SAME.test(text) && !isContent(text))).toEqual(
      [],
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
