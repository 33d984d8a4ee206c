import { getCollection } from "astro:content";
import { type CitingSection, citingSections } from "#src/course/citations.ts";
import type { Reference } from "#src/course/reference-schema.ts";
import { say } from "#src/language/say.ts";
import { chapterOrder } from "./contents.ts";
import { workedNotebooks } from "./notebooks.ts";

/** A section that cites a work, or the entry of a reading list that names it. */
export interface CitedAt {
  /** Address from the root of the book. */
  readonly path: string;
  readonly label: string;
}

/** A work of references.yml, and where the book cites it. */
export interface CitedWork {
  readonly key: string;
  readonly work: Reference;
  /** Chapter or notebook by what it is called → its sections, in reading order. */
  readonly places: ReadonlyMap<string, readonly CitedAt[]>;
}

interface CitingPlace extends CitingSection {
  /** What the chapter or notebook is called, and its address. */
  readonly page: string;
  readonly path: string;
}

/** All works of the book by author and year. */
export async function bibliography(): Promise<readonly CitedWork[]> {
  const sections = await citingPages();
  return (await getCollection("references"))
    .map(({ id, data }) => ({
      key: id,
      work: data,
      places: placesOf(id, sections),
    }))
    .sort(
      (a, b) => a.work.authors.localeCompare(b.work.authors, "en") || a.work.year - b.work.year,
    );
}

function placesOf(
  work: string,
  sections: readonly CitingPlace[],
): ReadonlyMap<string, readonly CitedAt[]> {
  const places = sections
    .filter(({ works }) => works.includes(work))
    .map(({ page, path, label, anchor, readingList }) => {
      const place = readingList ? `ref-${work}` : anchor;
      return { page, path: `${path}#${place}`, label };
    });
  return Map.groupBy(places, ({ page }) => page);
}

async function citingPages(): Promise<readonly CitingPlace[]> {
  const written = new Map((await getCollection("chapters")).map(({ id, body }) => [id, body]));
  const chapters = chapterOrder.map(({ id, number }) => ({
    page: say("Chapter {number}", { number }),
    path: `${id}/`,
    body: written.get(id) ?? "",
  }));
  const notebooks = (await workedNotebooks()).map(({ id, data, body }) => ({
    page: say("Notebook “{title}”", { title: data.title }),
    path: `notebook/${id}/`,
    body: body ?? "",
  }));
  return [...chapters, ...notebooks].flatMap(({ page, path, body }) =>
    citingSections(body).map((section) => ({ page, path, ...section })),
  );
}
