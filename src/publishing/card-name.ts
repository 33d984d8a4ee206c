/**
 * Name of the file of a page's card, without its folder: `momentum.png`.
 *
 * @param path of the page from the root of the book, such as `notebook/race/`; empty for the book.
 */
export function cardName(path: string): string {
  return `${path.replace(/\/$/, "").replaceAll("/", "-") || "book"}.png`;
}
