/**
 * Every term and every reference shows a card when the reader points at it, comes to it by keyboard
 * or taps it. Loaded when the page has nothing else to do; until then a link is a link.
 */
import { addStyle } from "#components/shell/add-style.ts";
import { createCard } from "./card.ts";
import { explanationOf, LINKS, mayExplain } from "./explanation.ts";
import { explainOnPointing } from "./pointing.ts";
import css from "./preview.css?inline";

addStyle(css);

const card = createCard("link-card", (of) => {
  for (const link of document.querySelectorAll("[aria-describedby='link-card']"))
    link.removeAttribute("aria-describedby");
  of?.setAttribute("aria-describedby", card.element.id);
  explained = of ?? explained;
});

/** The link that is wanted now; what comes late is not shown for another. */
let wanted: Element | undefined;
/** The link that had the card last. */
let explained: Element | undefined;

/** @param tapped a finger has asked for it, and goes on where there is nothing to show */
async function show(link: Element, tapped = false): Promise<void> {
  if (!(link instanceof HTMLAnchorElement)) return;
  wanted = link;
  const html = await explanationOf(link).catch(() => undefined);
  if (html && wanted === link) card.show(link, link, html);
  else if (!html && tapped) location.assign(link.href);
}

explainOnPointing(card, LINKS, show, { explains: mayExplain });
document.addEventListener("focusin", ({ target, relatedTarget }) => {
  if (!(target instanceof Element) || card.element.contains(target)) return;
  // Back from its card, which is there still or was put away.
  if (target === explained && card.element.contains(relatedTarget as Node | null)) return;
  if (target.matches(LINKS) && target.matches(":focus-visible") && mayExplain(target))
    void show(target);
  else card.hide();
});
document.addEventListener("pointerout", ({ target, relatedTarget }) => {
  if (wanted && target === wanted && !wanted.contains(relatedTarget as Node | null))
    wanted = undefined;
});
// Followed, it has done its work; so has a link in the card.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (link && !event.defaultPrevented && (link === card.of || card.element.contains(link)))
    card.hide(!elsewhere);
});

const reached = document.querySelector(`:is(${LINKS}):is(:hover, :focus-visible)`);
if (reached && mayExplain(reached)) void show(reached);
document.documentElement.dataset["explains"] = "";
