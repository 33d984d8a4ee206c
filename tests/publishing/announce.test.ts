import { expect, it } from "vitest";
import { cardOf } from "#src/publishing/announce.ts";
import { cardName } from "#src/publishing/card-name.ts";
import { listedAddress } from "#src/publishing/sitemap.ts";
import { structuredData } from "#src/publishing/structured-data.ts";
import type { Work } from "#src/publishing/work.ts";

const addresses = {
  page: "https://example.org/momentum/",
  card: "https://example.org/cards/momentum.png",
  book: "https://example.org/",
};
const page = (work: Work, meta = "") =>
  `<head><link rel="canonical" href="${addresses.page}">${meta}<meta property="og:image" content="${addresses.card}"><script type="application/ld+json">${JSON.stringify(structuredData(work, addresses))}</script></head><div class="plot "><svg viewBox="0 0 340 200" class="plot-a"><text>loss</text></svg></div>`;
const chapter: Work = {
  kind: "chapter",
  number: 6,
  title: "Momentum",
  summary: "A memory of its own motion.",
  objectives: ["choose $\\beta$"],
};

it("makes a card of what a page says of itself, and of its figure", () => {
  const card = cardOf(page(chapter));
  expect(card?.name).toBe("momentum.png");
  for (const words of ["Chapter 6", "Momentum", "loss", "Downhill"])
    expect(card?.svg).toContain(`>${words}</text>`);
  const notebook = cardOf(page({ kind: "notebook", title: "A race", summary: "Five of them." }));
  expect(notebook?.svg).toContain(">Worked notebook</text>");
  expect(cardOf("<head></head>")).toBeUndefined();
});

it("describes a chapter as one that teaches, and belongs to the book", () => {
  expect(structuredData(chapter, addresses)).toMatchObject({
    "@type": ["Chapter", "LearningResource"],
    position: 6,
    name: "Momentum",
    teaches: ["choose β"],
    isPartOf: { "@type": "Book", url: "https://example.org/" },
  });
});

it("lists a page under its canonical address, unless it asks not to be", () => {
  expect(listedAddress(page(chapter))).toBe(addresses.page);
  expect(listedAddress(page(chapter, '<meta name="robots" content="noindex">'))).toBeUndefined();
  expect(listedAddress("<head></head>")).toBeUndefined();
});

it("names a card by the path of its page", () => {
  expect(["", "momentum/", "notebook/race/"].map(cardName)).toEqual([
    "book.png",
    "momentum.png",
    "notebook-race.png",
  ]);
});
