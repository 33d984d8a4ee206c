import type { Store } from "#src/notebook/store.ts";
import { type Place, placeAt } from "./place.ts";

/** How long a page has to stand still for its place to count, in milliseconds: who leafs does not read. */
const STILL = 2000;

/** Keeps where the reader of a chapter is, as long as they want that. */
export function keepPlace(prose: HTMLElement, store: Store<Place>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    if (document.documentElement.dataset["place"] === "off") return;
    const anchors = [...prose.querySelectorAll(":scope > [id], :scope > astro-island > [id]")].map(
      (element) => ({ id: element.id, top: element.getBoundingClientRect().top }),
    );
    const place = placeAt(anchors, prose.getBoundingClientRect(), innerHeight, Date.now());
    // What cannot be kept is no loss to speak of.
    if (place) store.write(place);
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, STILL);
  };
  addEventListener("scroll", keepSoon, { passive: true });
  // Who comes by a link to a place may be there before this listens.
  if (location.hash) keepSoon();
}
