import { posix } from "node:path";
import { fileOf, quotedPaths } from "./addresses.ts";
import type { BuiltSite } from "./built-site.ts";

/** Files that name other files. */
export const TEXT = /\.(html|css|js|json)$/;

/** The name of a file, perhaps with "?…" or "#…". */
const FILE = /\.\w+(?:[?#]|$)/;

/**
 * The files of the built book that pages need, with all that these need in turn: what is named in
 * them from the root of the site or beside them. Other pages are not followed.
 *
 * @param entries the pages and the data that they ask for by names made up as they go
 */
export function neededFiles(site: BuiltSite, entries: readonly string[]): readonly string[] {
  const found = new Set(entries);
  for (const file of found) {
    if (!TEXT.test(file)) continue;
    for (const named of namedIn(site, file)) if (!named.endsWith(".html")) found.add(named);
  }
  return [...found].sort();
}

function namedIn(site: BuiltSite, file: string): readonly string[] {
  const fonts = file.endsWith(".css");
  const paths = new Set(
    quotedPaths(site.text(file))
      .filter((quoted) => FILE.test(quoted))
      .map(fileOf),
  );
  return [...paths].flatMap((path) => {
    const fromRoot = path.startsWith(site.base) ? path.slice(site.base.length) : path;
    const beside = posix.join(posix.dirname(file), path);
    const named = [fromRoot, ...(path.startsWith(".") || fonts ? [beside] : [])];
    return named.filter(site.has);
  });
}
