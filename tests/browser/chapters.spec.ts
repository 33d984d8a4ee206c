import { readdirSync } from "node:fs";
import { firstLoad } from "../bench/first-load.ts";
import { TIMES } from "../times.ts";
import { expect, test } from "./quiet.ts";
import { visit } from "./visit.ts";

/**
 * HTML, styles and fonts of a chapter that nobody has touched, compressed, in bytes;
 * `npx node tests/bench/chapter.ts` tells of what.
 */
const PAGE = 150_000;
const SCRIPTS = 90_000;
const SHIFT = 0.01;
/** Fonts of which the book has a part that is enough for its own text. */
const WHOLE_FONT =
  /source-(serif|sans)-\d-(latin|greek)|ibm-plex-mono|KaTeX_(Main-Regular|Math-Italic|AMS)/;

const chapters = readdirSync(new URL("../../content/chapters/", import.meta.url)).map((file) =>
  file.replace(/^\d+-|\.mdx$/g, ""),
);

/** The longest, those with the most figures and tables, and the first; in `npm run audit` every one. */
const VISITED = ["momentum", "schedules", "newton", "gradients"];

for (const chapter of chapters) {
  test(`/${chapter}/ keeps its first load within the budget, nothing moves, no whole font is loaded for a character that the cut one lacks`, async ({
    page,
  }) => {
    // Nothing comes from a cache: a chapter is weighed as if it were the first.
    const session = await page.context().newCDPSession(page);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    const loaded: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "font") loaded.push(new URL(request.url()).pathname);
    });
    await page.setViewportSize({ width: 1440, height: 900 });
    const { html, styles, fonts, scripts, shift } = await firstLoad(page, `/${chapter}/`);
    // The page has been laid out as a whole, and not only what is near the window.
    expect(loaded.some((path) => path.includes("serif"))).toBe(true);
    expect(loaded.filter((path) => WHOLE_FONT.test(path))).toEqual([]);
    for (const size of [html, fonts, scripts]) expect(size).toBeGreaterThan(5000);
    // A chapter holds its own.
    expect(styles).toBe(0);
    expect(html + styles + fonts).toBeLessThan(PAGE);
    expect(scripts).toBeLessThan(SCRIPTS);
    // Fonts that came after the first sight, as on a busy machine, are not the chapter's: once more with them at hand.
    await session.send("Network.setCacheDisabled", { cacheDisabled: false });
    const moved = shift < SHIFT ? shift : (await firstLoad(page, `/${chapter}/`)).shift;
    expect(moved).toBeLessThan(SHIFT);
  });

  if (TIMES > 1 || VISITED.includes(chapter))
    test(`/${chapter}/ does not scroll sideways, and is accessible in light and in dark`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`/${chapter}/`);
      await visit(page);
    });
}
