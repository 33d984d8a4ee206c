import { holdPlace, inWindow } from "./hold-place.ts";
import { linkWithin } from "./link-within.ts";
import { whenIdle } from "./when-idle.ts";

/** Parts of a page that keep a size while they are not drawn (prose.css). */
const PARTS = ":scope > :not(h2, h3, h4, astro-island, script, style), :scope > astro-island > *";

/** What is always drawn: the notes, and what has the mark from which a note beside takes its place. */
const ALWAYS = ".footnotes, :has([id^=user-content-fnref])";

/** How far from the window a part is drawn: what is scrolled to is there before it is seen. */
const NEAR = "100% 0px";

/** Milliseconds of layout in one idle moment: half a frame. */
const AT_ONCE = 8;

/** Milliseconds for which the window glides to a place, on any page. */
const GLIDE = 1500;

/**
 * Draws of a long page what is near the window, so that the browser need not go through all of its
 * mathematics for each key, touch and frame. The style sheet leaves the rest for later
 * (`content-visibility`); here each part is laid out once where it is, bit by bit, when nothing else
 * is to do: then it has its size, and the scroll bar tells the truth. What is being read stays where
 * it is.
 *
 * A link followed within the page before that draws all of it: else the parts on the way would grow
 * while the browser scrolls past them, and it would stop short of the place.
 */
export function drawNear(prose: HTMLElement): void {
  const page = document.documentElement;
  const parts = [...prose.querySelectorAll<HTMLElement>(PARTS)].filter(
    ({ dataset }) => dataset["drawn"] === undefined,
  );
  const near = new Set<Element>(parts.filter((part) => part.matches(ALWAYS)));
  const measured = new Set<Element>();
  let waiting: HTMLElement[] = [];
  let measuring = false;

  const draw = (some: readonly Element[]) => {
    const keepPlace = holdPlace(parts);
    for (const part of some)
      part.toggleAttribute("data-drawn", near.has(part) || measured.has(part));
    keepPlace();
  };
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        near[isIntersecting ? "add" : "delete"](target);
      // Those in the window by themselves: they have their height. A browser holds nothing in its
      // place while the styles of what it holds on to change.
      const changed = entries.map(({ target }) => target);
      const seen = new Set(changed.filter(inWindow));
      draw([...seen]);
      afterFrame(() => draw(changed.filter((part) => !seen.has(part))));
    },
    { rootMargin: NEAR },
  );
  const measure = () => {
    const before = [...measured];
    measured.clear();
    draw(before);
    measuring = waiting.length > 0 && page.dataset["drawsAll"] === undefined;
    if (measuring) return measureSome();
    if (waiting.length === 0) page.dataset["whole"] = "";
  };
  const measureSome = () => {
    const began = performance.now();
    while (waiting.length > 0 && performance.now() - began < AT_ONCE) {
      const part = waiting.shift()!;
      if (near.has(part)) continue;
      // To be asked where it stands, what is in a part has to be laid out.
      part.firstElementChild?.getBoundingClientRect();
      measured.add(part);
    }
    // Drawn for one frame, after which the browser remembers its size.
    draw([...measured]);
    afterFrame(() => whenIdle(measure));
  };
  /** All is drawn: each part has its size, and from then on what is near is enough. */
  const settle = () => {
    waiting = [];
    delete page.dataset["drawsAll"];
    page.dataset["whole"] = "";
  };
  const followed = (event: MouseEvent) => {
    if (!linkWithin(event) || page.dataset["whole"] !== undefined) return;
    page.dataset["drawsAll"] = "";
    setTimeout(() => whenIdle(settle), GLIDE);
  };

  draw([...near]);
  for (const part of parts) if (!near.has(part)) watch.observe(part);
  document.addEventListener("click", followed, true);
  let width = 0;
  new ResizeObserver(([entry]) => {
    if (entry!.contentRect.width === width) return;
    width = entry!.contentRect.width;
    if (page.dataset["drawsAll"] !== undefined) return whenIdle(settle);
    delete page.dataset["whole"];
    waiting = [...parts];
    if (!measuring) whenIdle(measure);
    measuring = true;
  }).observe(prose);
}

/** Once the next frame is drawn. */
function afterFrame(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
