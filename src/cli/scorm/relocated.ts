import { ELSEWHERE } from "#src/lms/destination.ts";
import { fileOf, withAddresses, withBase } from "./addresses.ts";
import type { BuiltSite } from "./built-site.ts";
import { TEXT } from "./needed-files.ts";

/** Pages and scripts lie one folder below the root, so from all of them it is there. */
const ROOT = "../";

export interface Relocation {
  readonly site: BuiltSite;
  /** The files of the package, from its root. */
  readonly files: ReadonlySet<string>;
  /** Where the book is published, ending in "/"; absent when nobody has said. */
  readonly book?: string | undefined;
}

/**
 * A file of the built book as it stands in a package, which works from any folder of any server:
 * addresses are relative, and what is not in the package leads to the published book.
 */
export function relocated(path: string, { site, files, book }: Relocation): Uint8Array {
  if (!TEXT.test(path)) return site.bytes(path);
  const page = path.endsWith(".html");
  const replace = (address: string): string | undefined => {
    const file = fileOf(address);
    const rest = address.slice(file.length);
    if (files.has(file)) return ROOT + address;
    const index = `${file}index.html`;
    if (file !== "" && files.has(index)) return ROOT + index + rest;
    if (!file.endsWith("/") || !site.has(index)) return undefined;
    return book === undefined ? `${ROOT}${ELSEWHERE}` : book + address;
  };
  const before = site.text(path);
  const based = page ? withHome(before, site.base, book) : before;
  const after = withAddresses(based, site.base, replace);
  const text = page ? withoutPlace(after) : withBase(after, site.base, ROOT);
  // What is named in data is looked for from the page that has loaded it.
  if (text !== before && !path.endsWith(".json") && path.split("/").length !== 2)
    throw new Error(`${path} names others, and does not lie one folder below the root.`);
  return Buffer.from(text);
}

/** A page that leads to the landing page, and names the base of the site for its scripts. */
function withHome(html: string, base: string, book: string | undefined): string {
  return html
    .replaceAll(` href="${base}"`, ` href="${book ?? ROOT + ELSEWHERE}"`)
    .replaceAll(`="${base}"`, `="${ROOT}"`);
}

/** A page in a package is not at the address that it has in the book. */
function withoutPlace(html: string): string {
  return html.replace(/<link rel="canonical"[^>]*>/, "");
}
