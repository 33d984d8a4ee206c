import type { BuiltPage } from "./built-book.ts";
import { idInBook } from "./part-of-book.ts";

/**
 * The reading lists of all chapters as one, each work once, with the chapters that say why to read it.
 * The pages are as they were built.
 */
export function readingLists(
  chapters: readonly { readonly number: string; readonly page: BuiltPage }[],
): string {
  const works = new Map<string, { text: string; html: string; places: string[] }>();
  for (const { number, page } of chapters)
    for (const item of page.document.querySelectorAll(".reading > li[id]")) {
      const copy = item.cloneNode(true) as Element;
      copy.querySelector(".reading-why")?.remove();
      // Its authors lead to the bibliography, whose place on paper is here.
      for (const link of copy.querySelectorAll('a[href*="bibliography/#"]'))
        link.replaceWith(...link.childNodes);
      const work = works.get(item.id) ?? {
        text: copy.textContent?.trim() ?? "",
        html: copy.innerHTML.trim(),
        places: [],
      };
      const id = idInBook(page.path, item.id);
      work.places.push(`<a href="#${id}" data-page-of="${id}">Chapter ${number}</a>`);
      works.set(item.id, work);
    }
  const items = [...works]
    .sort(([, a], [, b]) => a.text.localeCompare(b.text, "en"))
    .map(
      ([key, { html, places }]) =>
        `<li id="${idInBook("reading/", key)}">${html} <span class="reading-why">${places.join(", ")}</span></li>`,
    );
  return `<header class="landing-head"><h1>Reading lists</h1><p>${items.length} works, and where the book says why to read them.</p></header><ul class="reading">${items.join("")}</ul>`;
}
