import { whenIdle } from "./when-idle.ts";

/** Parts laid out in one idle moment: few enough to stay far below a frame on a slow machine. */
const ATONCE = 3;

/**
 * Lays out, bit by bit, what the style sheet leaves for later (`content-visibility`), so that in the
 * end the scroll bar tells the truth and a link within the page lands where it points.
 */
export function layOutTheRest(prose: HTMLElement): void {
  const parts = [...prose.querySelectorAll<HTMLElement>(":scope > *, :scope > astro-island > *")];
  const go = () => {
    for (const part of parts.splice(0, ATONCE)) part.style.contentVisibility = "visible";
    if (parts.length > 0) whenIdle(go);
  };
  whenIdle(go);
}
