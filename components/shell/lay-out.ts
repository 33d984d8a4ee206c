import { linkWithin } from "./link-within.ts";
import { whenIdle } from "./when-idle.ts";

/** Milliseconds of layout in one idle moment: far below a frame, on a slow machine too. */
const AT_ONCE = 4;

/** Parts shown in one idle moment. For every time the browser goes through the whole page again. */
const SHOWN_AT_ONCE = 30;

/**
 * Lays out, bit by bit, what the style sheet leaves for later (`content-visibility`), so that in the
 * end the scroll bar tells the truth. First each part is laid out where it is, unseen, which changes
 * nothing in the page; then all are shown, in few steps. A link followed within the page before that
 * lays out the rest at once: else the parts on the way would grow while the browser scrolls past
 * them, and it would stop short of the place.
 */
export function layOutTheRest(prose: HTMLElement): void {
  const parts = [...prose.querySelectorAll<HTMLElement>(":scope > *, :scope > astro-island > *")];
  const page = document.documentElement;
  let done = 0;
  const finish = () => {
    done = parts.length;
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
    if (done < parts.length) return whenIdle(layOut);
    done = 0;
    whenIdle(show);
  };
  const show = () => {
    if (done >= parts.length) return;
    for (const part of parts.slice(done, done + SHOWN_AT_ONCE)) part.dataset["laidOut"] = "";
    done += SHOWN_AT_ONCE;
    if (done < parts.length) whenIdle(show);
    else finish();
  };
  document.addEventListener("click", followed, true);
  whenIdle(layOut);
}
