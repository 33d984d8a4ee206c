import { cardText } from "./card-text.ts";
import { setTitle } from "./card-title.ts";
import type { Drawing } from "./find-drawing.ts";

/** What a card says. */
export interface CardWords {
  /** Above the title: "Chapter 6". */
  readonly kicker: string;
  readonly title: string;
}

/** Size of a card in pixels, as those who show cards ask for it. */
export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 64;
const COLUMN = 440;
const FIGURE = { x: 536, y: 56, width: 608, height: 518 } as const;
const LEADING = 1.14;
const SERIF = 'font-family="Source Serif 4"';
const SANS = 'font-family="Source Sans 3"';

/**
 * The picture that stands for a page where somebody passes on its address: its number and title,
 * and a figure of it. Colours are still those of the style sheets.
 */
export function cardSvg({ kicker, title }: CardWords, drawing: Drawing): string {
  const { size, lines } = setTitle(title, COLUMN);
  const text = (y: number, look: string, words: string) =>
    `<text x="${MARGIN}" y="${y}" ${look}>${cardText(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">
<style>.plot-label text { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round }</style>
<rect width="${CARD.width}" height="${CARD.height}" fill="var(--paper)"/>
<rect width="14" height="${CARD.height}" fill="var(--accent)"/>
${text(MARGIN + 24, `${SANS} font-size="28" fill="var(--ink-soft)"`, kicker)}
${lines.map((line, i) => text(MARGIN + 50 + size + i * size * LEADING, `${SERIF} font-size="${size}" fill="var(--ink)"`, line)).join("\n")}
${text(CARD.height - MARGIN, `${SERIF} font-size="32" fill="var(--accent)"`, "Downhill")}
${placed(drawing)}
</svg>`;
}

/** The drawing without its own `<svg>`, whose style sheet says little on a card. */
function placed({ svg, width, height, bleeds }: Drawing): string {
  const scale = Math.min(FIGURE.width / width, FIGURE.height / height);
  const x = FIGURE.x + (FIGURE.width - scale * width) / 2;
  const y = FIGURE.y + (FIGURE.height - scale * height) / 2;
  const inner = svg
    .replace(/^<svg[^>]*>|<\/svg>$/g, "")
    .replace(/>([^<]+)</g, (_, text: string) => `>${cardText(unescaped(text))}<`)
    .replaceAll("currentColor", "var(--ink)");
  // As plot.css and the cells have it.
  const size = /style="font-size:([\d.]+)px"/.exec(svg)?.[1] ?? "12.5";
  const edges = `<clipPath id="edges"><rect width="${width}" height="${height}"/></clipPath>`;
  return `<g transform="translate(${x} ${y}) scale(${scale})" ${SANS} font-size="${size}" text-anchor="middle" fill="var(--ink)">
${bleeds ? `${edges}<g clip-path="url(#edges)">${inner}</g>` : inner}</g>`;
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
}
