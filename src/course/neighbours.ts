import type { ChapterEntry } from "./parse-contents.ts";

/**
 * The written chapters just before and after one, skipping those to come.
 *
 * @param order all chapters in reading order
 * @param id the chapter at hand
 * @param written ids of the chapters that exist
 */
export function neighbours(
  order: readonly ChapterEntry[],
  id: string,
  written: ReadonlySet<string>,
): { readonly previous?: ChapterEntry; readonly next?: ChapterEntry } {
  const here = order.findIndex((chapter) => chapter.id === id);
  const exists = (chapter: ChapterEntry) => written.has(chapter.id);
  const previous = order.slice(0, Math.max(here, 0)).findLast(exists);
  const next = order.slice(here + 1).find(exists);
  return { ...(previous && { previous }), ...(next && { next }) };
}
