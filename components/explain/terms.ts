import { sitePath } from "#src/course/site-path.ts";
import { askOnce } from "#src/notebook/ask-once.ts";
import { fetchText } from "#src/notebook/fetch-text.ts";
import { createCard } from "./card.ts";
import { explainOnPointing } from "./pointing.ts";

const TERM = "a.term";

/** Definitions of all terms, fetched when the first is wanted. Without them a term is a link. */
const definitions = askOnce(async () => {
  return JSON.parse(await fetchText(sitePath("glossary.json"))) as Readonly<Record<string, string>>;
});

const card = createCard("term-card", (of) => {
  for (const link of document.querySelectorAll(`${TERM}[aria-describedby]`))
    link.removeAttribute("aria-describedby");
  of?.setAttribute("aria-describedby", card.element.id);
});

/** The term that is wanted now; a definition that comes late is not shown for another. */
let wanted: Element | undefined;

async function show(link: Element): Promise<void> {
  if (!(link instanceof HTMLAnchorElement)) return;
  wanted = link;
  const html = (await definitions().catch(() => undefined))?.[
    decodeURIComponent(link.hash.slice(1))
  ];
  if (html && wanted === link) card.show(link, link, html);
}

explainOnPointing(card, TERM, show);
document.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof Element) || card.element.contains(target)) return;
  if (target.matches(TERM) && target.matches(":focus-visible")) void show(target);
  else card.hide();
});
document.addEventListener("pointerout", ({ target }) => {
  if (target === wanted) wanted = undefined;
});
