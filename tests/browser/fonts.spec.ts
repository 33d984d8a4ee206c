import { readdirSync } from "node:fs";
import { expect, test } from "./quiet.ts";

const chapters = readdirSync(new URL("../../content/chapters/", import.meta.url)).map((file) =>
  file.replace(/^\d+-|\.mdx$/g, ""),
);

/** Fonts of which the book has a part that is enough for its own text. */
const WHOLE =
  /source-(serif|sans)-\d-(latin|greek)|ibm-plex-mono|KaTeX_(Main-Regular|Math-Italic|AMS)/;

test("no chapter loads a whole font for a character that the cut one lacks", async ({ page }) => {
  test.setTimeout(90_000);
  const loaded: string[] = [];
  let chapter = "";
  page.on("request", (request) => {
    if (request.resourceType() === "font")
      loaded.push(`${chapter}: ${new URL(request.url()).pathname.split("/").at(-1)}`);
  });
  for (chapter of chapters) {
    await page.goto(`/${chapter}/`);
    // All of it, not only what is near the window.
    await page.evaluate(() => {
      document.documentElement.dataset["whole"] = "";
      return document.documentElement.scrollHeight;
    });
    await page.evaluate(() => document.fonts.ready);
  }
  expect(loaded.filter((one) => one.includes("serif")).length).toBeGreaterThan(chapters.length);
  expect(loaded.filter((one) => WHOLE.test(one))).toEqual([]);
});
