/** What stands where the number of a page is not known yet: as wide as a number of three digits. */
const UNKNOWN = "000";

const PLACE = /data-page-of="([^"]+)"(?: data-page="[^"]*")?/g;

/**
 * Writes the number of its page beside everything in the book that names a place by `data-page-of`.
 * @param pages the page of each id; without it room is kept, so that nothing moves later
 */
export function withPageNumbers(html: string, pages?: ReadonlyMap<string, number>): string {
  const lost = new Set<string>();
  const numbered = html.replace(PLACE, (_, id: string) => {
    const page = pages?.get(id);
    if (pages && page === undefined) lost.add(id);
    return `data-page-of="${id}" data-page="${page ?? UNKNOWN}"`;
  });
  if (lost.size > 0)
    throw new Error(
      `pdf: links in the book lead nowhere: ${[...lost].join(", ")}. Correct the links or the anchors in the chapters.`,
    );
  return numbered;
}
