import { whenIdle } from "./when-idle.ts";

/** Parts laid out in one idle moment: few enough to stay far below a frame on a slow machine. */
const AT_ONCE = 3;

/**
 * Lays out, bit by bit, what the style sheet leaves for later (`content-visibility`), so that in the
 * end the scroll bar tells the truth. A link followed within the page before that lays out the rest
 * at once: else the parts on the way would grow while the browser scrolls past them, and it would
 * stop short of the place.
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
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.hash && link.pathname === location.pathname) finish();
  };
  const go = () => {
    if (done >= parts.length) return;
    for (const part of parts.slice(done, done + AT_ONCE)) part.dataset["laidOut"] = "";
    done += AT_ONCE;
    if (done < parts.length) whenIdle(go);
    else finish();
  };
  document.addEventListener("click", followed, true);
  whenIdle(go);
}
