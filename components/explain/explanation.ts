import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { hasPreview, previewOf } from "./preview.ts";

/** The links that a card explains: terms, and references to places on this page or another. */
export const LINKS = ':is(a.term, a.taught, .prose a[href*="#"]):not(.reading a, .explain-card a)';

/** What the card of a link may say: HTML by the id of the place to which it leads. */
type Cards = Readonly<Record<string, string>>;

const files = new Map<string, () => Promise<Cards>>();

/**
 * What the card of a link says; absent where there is nothing to say. Rejects when that cannot be
 * fetched: the link is a link then.
 */
export async function explanationOf(link: HTMLAnchorElement): Promise<string | undefined> {
  const id = decodeURIComponent(link.hash.slice(1));
  if (link.matches(".term")) return (await cardsOf(sitePath("glossary.json")))[id];
  const target = here(link);
  const html = target
    ? previewOf(target)
    : elsewhere(link) && (await cardsOf(`${link.pathname}previews.json`))[id];
  return html ? `${html}${wayThere(link, target)}` : undefined;
}

/** Whether a link has something to explain, as far as one can tell without asking for it. */
export function mayExplain(link: Element): link is HTMLAnchorElement {
  if (!(link instanceof HTMLAnchorElement)) return false;
  if (link.matches(".term") || elsewhere(link)) return true;
  const target = here(link);
  return target !== null && hasPreview(target) && !target.contains(link) && !inMargin(target);
}

function elsewhere(link: HTMLAnchorElement): boolean {
  return (
    link.origin === location.origin &&
    link.pathname !== location.pathname &&
    link.pathname.endsWith("/") &&
    link.hash.length > 1
  );
}

function here(link: HTMLAnchorElement): Element | null {
  return link.origin === location.origin && link.pathname === location.pathname
    ? document.getElementById(decodeURIComponent(link.hash.slice(1)))
    : null;
}

/** A note that stands beside the text needs no card. */
function inMargin(target: Element): boolean {
  return getComputedStyle(target).position === "absolute";
}

/** A file of the site, fetched when it is first wanted. */
function cardsOf(path: string): Promise<Cards> {
  const ask = files.get(path) ?? askOnce(async () => JSON.parse(await fetchText(path)));
  files.set(path, ask);
  return ask();
}

function wayThere(link: HTMLAnchorElement, target: Element | null): string {
  const words = target?.matches(".reading > li")
    ? say("In the reading list")
    : target?.matches(".footnotes li")
      ? say("At the end of the chapter")
      : say("Go there");
  const way = document.createElement("a");
  way.href = link.href;
  way.textContent = words;
  return `<span class="explain-more">${way.outerHTML}</span>`;
}
