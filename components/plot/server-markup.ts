import { relativePath } from "#src/plotting/relative-path.ts";
import { simplifyPath } from "#src/plotting/simplify-path.ts";

const LONG_DECIMAL = /(\d\.\d)\d+/g;
const GEOMETRY = /\s(d|x|y|x1|x2|y1|y2|cx|cy|transform)="(?!matrix)[^"]*"/g;
const LONGER_DECIMAL = /(\d\.\d\d)\d+/g;
const THICKNESS = /\s(r|width|height|stroke-width)="[^"]*"/g;

/**
 * The SVG text that goes into the page: coordinates to a tenth of a pixel, lengths to a hundredth, no
 * corners that nobody sees (contours weigh a tenth as much), and no inline style sheet, which every
 * figure would repeat.
 */
export function compactMarkup(svg: string): string {
  return svg
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(
      /(\sd=")([^"]*)"/g,
      (_, start: string, d: string) => `${start}${relativePath(simplifyPath(d))}"`,
    )
    .replace(GEOMETRY, (attribute) => attribute.replace(LONG_DECIMAL, "$1"))
    .replace(THICKNESS, (attribute) => attribute.replace(LONGER_DECIMAL, "$1"));
}
