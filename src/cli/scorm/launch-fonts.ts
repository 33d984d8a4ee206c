import { posix } from "node:path";

/** The faces of the book's sans that the launch page is set in. */
const FACE = /(?:^|\/)source-sans-3-latin-(400|600)-normal\.[^/]*\.woff2$/;

/**
 * A style sheet that names the fonts of the page's own for the launch page.
 *
 * @param files of the package, from its root
 * @param from the folder of the style sheet
 */
export function launchFonts(files: readonly string[], from: string): string {
  return files
    .flatMap((file) => {
      const weight = FACE.exec(file)?.[1];
      const url = posix.relative(from, file);
      return weight === undefined
        ? []
        : [`@font-face{font-family:"Source Sans 3";font-weight:${weight};src:url(${url})}\n`];
    })
    .join("");
}
