import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { say } from "#src/language/say.ts";
import { type CardWords, cardSvg } from "./cards/card-svg.ts";
import { cardPainter } from "./cards/draw-card.ts";
import { findDrawing } from "./cards/find-drawing.ts";
import { listedAddress, sitemapText } from "./sitemap.ts";

const STRUCTURED = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/;
const CARD = /<meta property="og:image" content="([^"]+)"(?: data-figure="([^"]+)")?/;

/** Gives the built site its `sitemap.xml` and, for each page that tells what it is, a card. */
export function announce(): AstroIntegration {
  return {
    name: "downhill:announce",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const paint = await cardPainter();
        mkdirSync(join(folder, "cards"), { recursive: true });
        const start = performance.now();
        const addresses: string[] = [];
        let cards = 0;
        for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
          if (!path.endsWith(".html")) continue;
          const html = readFileSync(join(folder, path), "utf8");
          const address = listedAddress(html);
          if (address !== undefined) addresses.push(address);
          const card = cardOf(html);
          if (card === undefined) continue;
          writeFileSync(join(folder, "cards", card.name), paint(card.svg));
          cards++;
        }
        writeFileSync(join(folder, "sitemap.xml"), sitemapText(addresses));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${addresses.length} pages listed, ${cards} cards drawn in ${seconds} s`);
      },
    },
  };
}

/** The card of a built page, and the name of its file; none for a page that shares the book's. */
export function cardOf(html: string): { readonly name: string; readonly svg: string } | undefined {
  const json = STRUCTURED.exec(html)?.[1];
  const [, url, figure] = CARD.exec(html) ?? [];
  if (json === undefined || url === undefined) return undefined;
  return {
    name: basename(url),
    svg: cardSvg(wordsOf(JSON.parse(json)), findDrawing(html, figure)),
  };
}

/** What structured-data.ts wrote. */
interface Described {
  readonly name: string;
  readonly alternativeHeadline?: string;
  readonly position?: number;
  readonly learningResourceType: string;
}

function wordsOf({ name, alternativeHeadline, position, ...work }: Described): CardWords {
  if (alternativeHeadline !== undefined)
    return { kicker: say("An interactive textbook"), title: alternativeHeadline };
  return {
    kicker:
      position === undefined
        ? work.learningResourceType
        : say("Chapter {number}", { number: position }),
    title: name,
  };
}
