import { correction, generate } from "lean-qr";
import { escaped } from "#src/course/escaped.ts";

/** Links longer than this make squares so small that phones no longer read them from a wall. */
export const LONGEST_QR = 1200;

/** Light squares around a code, without which it is not found. */
const MARGIN = 4;

/**
 * A text as a QR code, an SVG element as HTML: dark on light in both themes, since readers of codes
 * expect that.
 * @param label what it is, for who cannot see it
 */
export function qrCode(text: string, label: string): string {
  const code = generate(text, {
    minCorrectionLevel: correction.L,
    maxCorrectionLevel: correction.M,
  });
  const size = code.size + 2 * MARGIN;
  const ink = squares(code.size, (x, y) => code.get(x, y));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(label)}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${ink}" fill="#000"/></svg>`;
}

/** The dark squares, those that lie side by side in one piece. */
function squares(size: number, dark: (x: number, y: number) => boolean): string {
  let path = "";
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!dark(x, y)) continue;
      const from = x;
      while (x + 1 < size && dark(x + 1, y)) x++;
      path += `M${from + MARGIN} ${y + MARGIN}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  return path;
}
