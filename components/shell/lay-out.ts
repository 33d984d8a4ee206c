import { linkWithin } from "./link-within.ts";
import { whenIdle } from "./when-idle.ts";

/** Milliseconds of layout in one idle moment: far below a frame, on a slow machine too. */
const AT_ONCE = 4;

/** Parts shown in one idle moment. For every time the browser goes through the whole page again. */
const SHOWN_AT_ONCE = 30;

/**
 * Lays out, bit by bit, what the style sheet leaves for later (`content-visibility`), so that in the
 * end the scroll bar tells the truth. First each part is laid out where it is, unseen, which changes
 * nothing in the page; then all are shown, in few steps, and what is being read stays where it is.
 * A link followed within the page before that lays out the rest at once: else the parts on the way
 * would grow while the browser scrolls past them, and it would stop short of the place.
 */
export function layOutTheRest(prose: HTMLElement): void {
  const parts = [...prose.querySelectorAll<HTMLElement>(":scope > *, :scope > astro-island > *")];
  const page = document.documentElement;
  let hidden = parts;
  let done = 0;
  const finish = () => {
    page.dataset["whole"] = "";
    for (const part of parts) delete part.dataset["laidOut"];
    document.removeEventListener("click", followed, true);
  };
  const followed = (event: MouseEvent) => {
    if (linkWithin(event)) finish();
  };
  const layOut = () => {
    if (page.dataset["whole"] !== undefined) return;
    const began = performance.now();
    while (done < parts.length && performance.now() - began < AT_ONCE)
      // To be asked where it stands, what is in a part has to be laid out.
      parts[done++]!.firstElementChild?.getBoundingClientRect();
    whenIdle(done < parts.length ? layOut : show);
  };
  const show = () => {
    if (page.dataset["whole"] !== undefined) return;
    if (hidden.length === 0) return finish();
    // Those in the window by themselves: they have their height. A browser holds nothing in its place
    // while the styles of what it holds on to change.
    const near = hidden.filter(inWindow);
    const next = near.length > 0 ? near : hidden.slice(0, SHOWN_AT_ONCE);
    const keepPlace = holdPlace(page, parts);
    for (const part of next) part.dataset["laidOut"] = "";
    keepPlace();
    const shown = new Set(next);
    hidden = hidden.filter((part) => !shown.has(part));
    whenIdle(show);
  };
  document.addEventListener("click", followed, true);
  whenIdle(layOut);
}

/** Where the browser does not keep what is in the window in its place: what does so after a change. */
function holdPlace(page: HTMLElement, parts: readonly HTMLElement[]): () => void {
  if (getComputedStyle(page).getPropertyValue("overflow-anchor") === "auto") return () => {};
  const held = parts.find(inWindow);
  const top = held?.getBoundingClientRect().top ?? 0;
  return () => {
    const moved = held ? held.getBoundingClientRect().top - top : 0;
    if (scrollY > 0) scrollBy({ top: moved, behavior: "instant" });
  };
}

function inWindow(part: HTMLElement): boolean {
  const { top, bottom } = part.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
