/** What stands before and after an address in HTML, in a script, in JSON and in a style sheet. */
const BEFORE = "[\"'`]|&quot;|url\\(";
const ADDRESS = "[^\"'`\\\\\\s<>()&;,{}]*";

/**
 * The text of a built file with its addresses replaced: whatever is quoted and begins with the base
 * of the site. What stands there for something else, such as a pattern, is told by nothing lying at
 * that address, and stays.
 *
 * @param base where the site was built to be served, beginning and ending in "/"
 * @param replace gives the new address by the path from the root, with "?…" and "#…"; nothing when
 *   the site has nothing there
 */
export function withAddresses(
  text: string,
  base: string,
  replace: (path: string) => string | undefined,
): string {
  const quoted = new RegExp(`(${BEFORE})${escaped(base)}(${ADDRESS})`, "g");
  return text.replace(quoted, (whole, before: string, path: string) => {
    const address = replace(path);
    return address === undefined ? whole : before + address;
  });
}

/** All that stands after a quote and could be the path of a file; much of it is none. */
export function quotedPaths(text: string): readonly string[] {
  const quoted = new RegExp(`(?:${BEFORE})(${ADDRESS})`, "g");
  return [...text.matchAll(quoted)].flatMap(([, path]) => (path ? [path] : []));
}

/** A path without its "?…" and "#…". */
export function fileOf(path: string): string {
  return path.replace(/[?#].*$/s, "");
}

/**
 * A built script with the base of the site itself replaced, which stands there in two forms: where
 * the bundler's loader puts it before the name of a file, and in `sitePath`.
 */
export function withBase(script: string, base: string, root: string): string {
  const own = escaped(base);
  return script
    .replace(new RegExp(`(\\breturn\\s*)(["'\`])${own}\\2(?=\\s*\\+)`, "g"), `$1$2${root}$2`)
    .replace(new RegExp(`(["'\`])${own}\\1(?=\\.replace\\(/\\\\/\\$/)`, "g"), `$1${root}$1`);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
