import { expect, it } from "vitest";
import { cardSvg } from "#src/publishing/cards/card-svg.ts";
import { cardPainter } from "#src/publishing/cards/draw-card.ts";

const drawing = (colour: string) => ({
  svg: `<svg viewBox="0 0 340 200"><rect width="340" height="200" fill="${colour}"/></svg>`,
  width: 340,
  height: 200,
  bleeds: false,
});

it("draws a card of 1200 by 630 pixels that shows its words and its figure", async () => {
  const paint = await cardPainter();
  const draw = (title: string, colour: string) =>
    paint(cardSvg({ kicker: "Chapter 6", title }, drawing(colour)));
  const card = Buffer.from(draw("Momentum", "var(--velocity)"));
  expect(card.subarray(1, 4).toString()).toBe("PNG");
  expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(card.equals(draw("Momentum", "var(--velocity)"))).toBe(true);
  expect(card.equals(draw("Moments", "var(--velocity)"))).toBe(false);
  expect(card.equals(draw("Momentum", "var(--gradient)"))).toBe(false);
});
