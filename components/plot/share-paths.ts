/** Corners from which on a path weighs more than a reference to it. */
const CORNERS = 6;
/** In pixels: what two drawings of one curve may differ by, so as to be one. */
const TOLERANCE = 0.1;

const PATH = /<path([^>]*?) d="([^"]*)"([^>]*?)(?:\/>|><\/path>)/g;
const LINES = /^[MLZ\d\s,.e-]*$/;

/** A curve for other versions to refer to. */
interface Curve {
  readonly d: string;
  readonly attributes: string;
  readonly numbers: readonly number[];
}

/**
 * Drawings of one figure for several widths, with each long curve written once, in the second, which
 * is also the one on paper: the others use it, stretched as their scales say, with lines as thick as
 * they are.
 *
 * @param drawings SVG as Plot has drawn it, all coordinates with all digits.
 * @param name what the identifiers begin with, unique in the page.
 */
export function sharePaths(drawings: readonly string[], name: string): readonly string[] {
  const [, giving] = drawings;
  if (giving === undefined) return drawings;
  const byShape = new Map<string, Curve[]>();
  for (const [, before = "", d = "", after = ""] of giving.matchAll(PATH)) {
    if (!LINES.test(d)) continue;
    const numbers = numbersOf(d);
    if (numbers.length < 2 * CORNERS || /marker|transform/.test(before + after)) continue;
    const shape = shapeOf(d, before + after);
    byShape.set(shape, [...(byShape.get(shape) ?? []), { d, attributes: before + after, numbers }]);
  }
  const ids = new Map<string, string>();
  const shared = drawings.map((drawing) => {
    if (drawing === giving) return drawing;
    return drawing.replace(PATH, (written: string, before: string, d: string, after: string) => {
      const numbers = numbersOf(d);
      for (const curve of byShape.get(shapeOf(d, before + after)) ?? []) {
        const stretch = stretchOf(curve.numbers, numbers);
        if (stretch === undefined) continue;
        const id = ids.get(curve.d) ?? `${name}${ids.size}`;
        ids.set(curve.d, id);
        return `<use href="#${id}" transform="matrix(${stretch})"></use>`;
      }
      return written;
    });
  });
  const given = new Set<string>();
  shared[1] = giving.replace(PATH, (written: string, before: string, d: string, after: string) => {
    const id = ids.get(d);
    if (id === undefined || given.has(id)) return written;
    given.add(id);
    return `<path id="${id}" vector-effect="non-scaling-stroke"${before} d="${d}"${after}></path>`;
  });
  return shared;
}

const shapeOf = (d: string, attributes: string) => attributes + d.replace(/[^MLZ]/g, "");

function numbersOf(d: string): readonly number[] {
  return (d.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
}

/** What takes the places of one curve to those of the other, if it is a stretch along the axes. */
function stretchOf(from: readonly number[], to: readonly number[]): string | undefined {
  const [across, along] = [axis(from, to, 0), axis(from, to, 1)];
  const fits = to.every((place, i) => {
    const { scale, shift } = i % 2 === 0 ? across : along;
    return Math.abs(scale * from[i]! + shift - place) <= TOLERANCE;
  });
  if (!fits) return undefined;
  return `${across.scale} 0 0 ${along.scale} ${across.shift} ${along.shift}`;
}

/** Measured at the two places that lie farthest apart, to a few hundredths of a pixel. */
function axis(from: readonly number[], to: readonly number[], first: 0 | 1) {
  let [low, high] = [first as number, first as number];
  for (let i = first; i < from.length; i += 2) {
    if (from[i]! < from[low]!) low = i;
    if (from[i]! > from[high]!) high = i;
  }
  const distance = from[high]! - from[low]!;
  const scale = distance < 1 ? 1 : rounded((to[high]! - to[low]!) / distance, 4);
  return { scale, shift: rounded(to[low]! - scale * from[low]!, 2) };
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
