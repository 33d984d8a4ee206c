import { button, make } from "#components/shell/make.ts";
import { say } from "#src/language/say.ts";
import type { Store } from "#src/notebook/store.ts";
import { goesOn, type Place } from "./place.ts";

/**
 * Offers, above the head of a chapter, to go on where the reader stopped. It has its room there
 * already: nothing moves.
 */
export function offerToGoOn(head: HTMLElement, store: Store<Place>): void {
  const place = store.read().value;
  if (!place || !goesOn(place) || location.hash !== "") return;
  const there = document.getElementById(place.id);
  const section = there && sectionOf(there);
  if (!section) return;
  const line = make(
    "p",
    { className: "go-on" },
    make("a", { href: `#${place.id}` }, say("Go on where you stopped: {section}", { section })),
    button(
      "×",
      () => {
        store.write(undefined);
        line.remove();
      },
      say("Forget where I stopped in this chapter"),
    ),
  );
  head.prepend(line);
}

/** The title of the section that an element is in, as the list of sections has it. */
function sectionOf(element: HTMLElement): string | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".outline a[href^='#']")];
  const before = links.findLast(({ hash }) => {
    const heading = document.getElementById(hash.slice(1));
    return (
      heading === element ||
      ((heading?.compareDocumentPosition(element) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    );
  });
  return before?.textContent?.trim();
}
