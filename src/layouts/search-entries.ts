import { getCollection } from "astro:content";
import { methodCards } from "@downhill/optim";
import { families } from "#components/reference/families.ts";
import { printed } from "#src/course/docstring-html.ts";
import { addressOf, methodFunction, modules } from "#src/course/package-docs.ts";
import { shortCitation } from "#src/course/reference-schema.ts";
import type { Entry } from "#src/course/search/entry.ts";
import {
  conventionEntry,
  sourceEntries,
  symbolEntry,
  termEntry,
  workEntry,
} from "#src/course/search/look-up-entries.ts";
import { exportEntry, methodEntry } from "#src/course/search/package-entries.ts";
import { worksListed } from "#src/course/search/reading-lists.ts";
import { sitePath } from "#src/course/site-path.ts";
import { say } from "#src/language/say.ts";
import { pageEntries } from "./book-pages.ts";
import { chapterOrder } from "./contents.ts";
import { conventions } from "./conventions.ts";
import { notation } from "./notation.ts";
import { chaptersAsEntries, notebooksAsEntries } from "./search-chapters.ts";
import { sources } from "./sources.ts";

/** Everything that can be found in the book; made once for a build. */
export function searchEntries(): Promise<readonly Entry[]> {
  made ??= gathered();
  return made;
}

let made: Promise<readonly Entry[]> | undefined;

async function gathered(): Promise<readonly Entry[]> {
  const references = await getCollection("references");
  const short = new Map(references.map(({ id, data }) => [id, shortCitation(data)]));
  const nameOf = (key: string) => short.get(key) ?? key;
  return [
    ...(await chaptersAsEntries(nameOf)),
    ...(await notebooksAsEntries(nameOf)),
    ...(await terms()),
    ...symbols(),
    ...conventions.map((entry) => conventionEntry(entry, titleOf(entry.method))),
    ...ofThePackage(),
    ...(await works()),
    ...sourceEntries(sources),
    ...pageEntries,
  ];
}

async function terms(): Promise<readonly Entry[]> {
  return (await getCollection("glossary")).map(({ id, data }) =>
    termEntry(id, data, chapterName(data.chapter)),
  );
}

function symbols(): readonly Entry[] {
  return notation.symbols.map(({ id, data }) =>
    symbolEntry(id, data, data.chapters?.map(chapterName).join(", ") ?? say("Notation")),
  );
}

function ofThePackage(): readonly Entry[] {
  const methods = methodCards.map((card) =>
    methodEntry({
      id: card.id,
      title: printed(card.title),
      family: families.find(({ id }) => id === card.family)?.title ?? "",
      made: methodFunction(card.id),
    }),
  );
  const exports = modules.flatMap(({ file, exports: docs }) =>
    docs.flatMap((doc) => {
      const address = addressOf(doc.name);
      // A card is what a page is made from, and says nothing that the page does not.
      if (address === undefined || doc.name.endsWith("Card")) return [];
      return [exportEntry(doc, file, address.slice(sitePath().length))];
    }),
  );
  return [...methods, ...exports];
}

/** Each work where the first chapter lists it, with what every chapter says of it. */
async function works(): Promise<readonly Entry[]> {
  const bodies = new Map((await getCollection("chapters")).map(({ id, body }) => [id, body ?? ""]));
  const listed = chapterOrder.flatMap(({ id }) =>
    worksListed(bodies.get(id) ?? "").map((work) => ({ chapter: id, ...work })),
  );
  return (await getCollection("references")).flatMap(({ id, data }) => {
    const places = listed.filter(({ key }) => key === id);
    const [first] = places;
    if (first === undefined) return [];
    const why = places.map((place) => place.why).join("\n\n");
    return [workEntry(id, data, `${first.chapter}/#ref-${id}`, chapterName(first.chapter), why)];
  });
}

function chapterName(id: string): string {
  const chapter = chapterOrder.find((one) => one.id === id);
  return chapter === undefined ? "" : `${chapter.number} ${chapter.title}`;
}

function titleOf(method: string): string {
  return printed(methodCards.find(({ id }) => id === method)?.title ?? method);
}
