import { QUARTERS, relativePath } from "#src/plotting/relative-path.ts";
import { simplifyPath } from "#src/plotting/simplify-path.ts";

/** What Plot draws of a missing value, and the labels that it leaves out of a long axis. */
const NOTHING = /<path ?\/>|<text(?: [a-z-]+="[^"]*")* ?\/>/g;
/** A tick of an axis, which Plot draws at the origin and moves into its place. */
const TICK = String.raw`<path d="M0,0L(-?[\d.]+),(-?[\d.]+)" transform="translate\((-?[\d.]+),(-?[\d.]+)\)" ?/>`;
const TICKS = new RegExp(`(?:${TICK}){2,}`, "g");
/** A curve for other widths to use, whose lines are no thicker when it is stretched. */
const SHARED = /(<path id="[^"]*" vector-effect="non-scaling-stroke"[^>]*? )d="([MLZ\d\s,.e-]*)"/g;
const LONG_DECIMAL = /(\d\.\d)\d+/g;
const GEOMETRY = /\s(d|x|y|x1|x2|y1|y2|cx|cy|transform)="(?!matrix)[^"]*"/g;
const LONGER_DECIMAL = /(\d\.\d\d)\d+/g;
const THICKNESS = /\s(r|width|height|stroke-width)="[^"]*"/g;

/**
 * The SVG text that goes into the page: coordinates to a tenth of a pixel, those of long curves to a
 * quarter, lengths to a hundredth, no corners that nobody sees (contours weigh a tenth as much), the
 * ticks of an axis in one path, and no inline style sheet, which every figure would repeat.
 */
export function compactMarkup(svg: string): string {
  return svg
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(NOTHING, "")
    .replace(TICKS, inOnePath)
    .replace(
      SHARED,
      (_, start: string, d: string) =>
        `${start}transform="scale(.25)" d="${relativePath(simplifyPath(d), QUARTERS)}"`,
    )
    .replace(
      /(\sd=")([^"]*)"/g,
      (_, start: string, d: string) => `${start}${relativePath(simplifyPath(d))}"`,
    )
    .replace(GEOMETRY, (attribute) => attribute.replace(LONG_DECIMAL, "$1"))
    .replace(THICKNESS, (attribute) => attribute.replace(LONGER_DECIMAL, "$1"));
}

function inOnePath(ticks: string): string {
  const corners = [...ticks.matchAll(new RegExp(TICK, "g"))].map((tick) => {
    const [across = 0, along = 0, x = 0, y = 0] = tick.slice(1).map(Number);
    return `M${x},${y}L${x + across},${y + along}`;
  });
  return `<path d="${corners.join("")}" />`;
}
