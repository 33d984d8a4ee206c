import type { LmsPackage } from "./lms-package.ts";

/** The page that stands for all pages of the book that a package does not have. */
export const ELSEWHERE = "elsewhere.html";

/** Where a link of a package leads. */
export type Destination =
  | { readonly kind: "package"; readonly address: string }
  /** Into the book; without an address where nobody has said where that is. */
  | { readonly kind: "book"; readonly address?: string }
  | { readonly kind: "other" };

/**
 * Where a link leads. Links are those of the book's site, which lie beside each other like the pages
 * of the package, but most of them are not in it; and an LMS serves no folder by its index.
 *
 * @param href the whole address
 * @param root the folder of the package, ending in "/"
 */
export function destinationOf(
  href: string,
  root: string,
  { pages, book }: Pick<LmsPackage, "pages" | "book">,
): Destination {
  if (!href.startsWith(root)) return { kind: "other" };
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(href.slice(root.length)) ?? [];
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (pages.includes(file)) return { kind: "package", address: `${root}${file}${rest}` };
  if (path === ELSEWHERE || book === undefined) return { kind: "book" };
  return { kind: "book", address: `${book}${path}${rest}` };
}
