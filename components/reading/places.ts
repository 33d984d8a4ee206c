import { make } from "#components/shell/make.ts";
import { sayParts } from "#src/language/say.ts";
import { offerToGoOn } from "./go-on.ts";
import { keepPlace } from "./keep-place.ts";
import { shareInWords } from "./place.ts";
import { lastPlace, placeOf } from "./place-store.ts";

/** On a chapter's page keeps the reader's place and offers the last; in the contents marks the last. */
export function minePlaces(): void {
  const prose = document.querySelector<HTMLElement>(".prose");
  const head = document.querySelector<HTMLElement>(".chapter-head");
  const chapter = prose?.closest<HTMLElement>("[data-chapter]")?.dataset["chapter"];
  // A notebook of the gallery is no chapter of the contents.
  if (prose && head && chapter !== undefined && !chapter.includes(".")) {
    const store = placeOf(chapter);
    offerToGoOn(head, store);
    keepPlace(prose, store);
  }
  const contents = document.querySelector<HTMLElement>(".contents");
  if (!contents) return;
  markLast(contents);
  window.addEventListener("pageshow", ({ persisted }) => persisted && markLast(contents));
}

function markLast(contents: HTMLElement): void {
  contents.querySelector(".contents-place")?.remove();
  const last = lastPlace();
  const link = [...contents.querySelectorAll<HTMLAnchorElement>("ol a")].find(({ pathname }) =>
    pathname.endsWith(`/${last?.chapter}/`),
  );
  if (!last || !link) return;
  const there = make("a", { href: `${link.href}#${last.place.id}` }, shareInWords(last.place));
  link.parentElement?.append(
    make(
      "small",
      { className: "contents-place" },
      ...sayParts("last read, {place}", { place: there }),
    ),
  );
}
