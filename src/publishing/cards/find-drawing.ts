/** A drawing of a page, and how the page shows it. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** It is cut off at its edges. */
  readonly bleeds: boolean;
}

/** Of `components/plot/share-paths.ts`. */
const USE = /<use href="#([^"]+)" transform="matrix\(([^"]*)\)"><\/use>/g;
const DRAWING = /<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*class="plot-[^>]*>[\s\S]*?<\/svg>/g;
/** Of `components/plot/server-markup.ts`: such a curve is written in quarters of a pixel. */
const QUARTERS = ' transform="scale(.25)"';
/** In pixels; anything narrower is a mark in a key. */
const NARROWEST = 200;

/**
 * A figure of a built page, as Plot drew it from a real run, in its version for a phone, whose
 * words are large.
 *
 * @param id the anchor of a figure or cell; default the beginning of the page.
 * @throws Error when the page has no such anchor or draws nothing from there on.
 */
export function findDrawing(html: string, id?: string): Drawing {
  const from = id === undefined ? 0 : html.indexOf(` id="${id}"`);
  if (from < 0)
    throw new Error(`card: the page has no figure "${id}". Correct "card" in the front matter.`);
  for (const found of html.slice(from).matchAll(DRAWING)) {
    const [svg, width, height] = [found[0], Number(found[1]), Number(found[2])];
    if (width < NARROWEST) continue;
    const box = html.lastIndexOf('class="plot ', from + found.index);
    return {
      svg: withCurves(svg, html),
      width,
      height,
      bleeds: html.startsWith('class="plot plot-bleed"', box),
    };
  }
  throw new Error("card: the page has no drawing. Draw one, or give it no card of its own.");
}

/** The drawing with the curves that it shares with a wider one, which the card does not show. */
function withCurves(svg: string, html: string): string {
  return svg.replace(USE, (_, id: string, matrix: string) => {
    const start = html.indexOf(`<path id="${id}"`);
    const path = html.slice(start, html.indexOf("</path>", start) + "</path>".length);
    const [across = 1, , , along = 1, right = 0, down = 0] = matrix.split(" ").map(Number);
    const pixel = path.includes(QUARTERS) ? 0.25 : 1;
    const plain = path.replace(QUARTERS, "").replace(/ (?:id|vector-effect)="[^"]*"/g, "");
    return plain.replace(/ d="([^"]*)"/, (_, d) => {
      // Relative, but for the first place.
      const shifts = [right, down];
      let count = 0;
      const numbers = (d as string).replace(/-?\d*\.?\d+/g, (number) => {
        const scale = pixel * (count++ % 2 === 0 ? across : along);
        return ` ${(Number(number) * scale + (shifts.shift() ?? 0)).toFixed(2)}`;
      });
      return ` d="${numbers}"`;
    });
  });
}
