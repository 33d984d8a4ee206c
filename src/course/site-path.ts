/**
 * Address of a page of the site under the base path it is hosted at.
 *
 * @param path the page from the root of the book, such as `momentum/`; default the landing page
 */
export function sitePath(path = ""): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}
