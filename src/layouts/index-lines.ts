import { getCollection } from "astro:content";
import { methodCards } from "@downhill/optim";
import { taughtAt } from "#components/explain/card-html.ts";
import { printed } from "#src/course/docstring-html.ts";
import type { IndexLine } from "#src/course/search/alphabet.ts";
import { plainText } from "#src/course/search/plain-text.ts";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { chapterOrder } from "./contents.ts";
import { conventions } from "./conventions.ts";
import { writtenChapters } from "./written.ts";

/** The terms and methods of the book, with the places that teach, define and describe each. */
export async function indexLines(): Promise<readonly IndexLine[]> {
  const written = await writtenChapters();
  const terms = (await getCollection("glossary")).map(({ id, data }) => {
    const chapter = chapterOrder.find((one) => one.id === data.chapter && written.has(one.id));
    return {
      name: plainText(data.term),
      links: [
        ...(chapter ? [{ words: `${chapter.number} ${chapter.short}`, href: taughtAt(data) }] : []),
        { words: say("definition"), href: sitePath(`glossary/#${id}`) },
      ],
    };
  });
  const methods = methodCards.map(({ id, title }) => ({
    name: printed(title),
    links: [{ words: say("reference"), href: sitePath(`reference/${id}/`) }],
  }));
  const differing = conventions.map(({ method }) => ({
    name: printed(methodCards.find(({ id }) => id === method)?.title ?? method),
    links: [{ words: say("conventions"), href: sitePath(`conventions/#${method}`) }],
  }));
  return [...terms, ...methods, ...differing];
}
