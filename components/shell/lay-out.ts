import { whenIdle } from "./when-idle.ts";

/** Parts laid out in one idle moment: few enough to stay far below a frame on a slow machine. */
const ATONCE = 3;

/**
 * Lays out, bit by bit, what the style sheet leaves for later (`content-visibility`), so that in the
 * end the scroll bar tells the truth and a link within the page lands where it points.
 */
export function layOutTheRest(prose: HTMLElement): void {
  const parts = [...prose.querySelectorAll<HTMLElement>(":scope > *, :scope > astro-island > *")];
  let done = 0;
  const go = () => {
    for (const part of parts.slice(done, done + ATONCE)) part.dataset["laidOut"] = "";
    done += ATONCE;
    if (done < parts.length) return whenIdle(go);
    document.documentElement.dataset["whole"] = "";
    for (const part of parts) delete part.dataset["laidOut"];
  };
  whenIdle(go);
}
