import { correction, generate } from "lean-qr";

/** Links longer than this make squares so small that phones no longer read them from a wall. */
export const LONGEST_QR = 1200;

/** Light squares around a code, without which it is not found. */
const MARGIN = 4;

const SVG = "http://www.w3.org/2000/svg";

/**
 * A text as a drawing of a QR code: dark on light in both themes, since readers expect that.
 * @param label what it is, for who cannot see it
 */
export function qrCode(text: string, label: string): SVGElement {
  const code = generate(text, {
    minCorrectionLevel: correction.L,
    maxCorrectionLevel: correction.M,
  });
  const size = code.size + 2 * MARGIN;
  const svg = document.createElementNS(SVG, "svg") as SVGElement;
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", String(size));
  paper.setAttribute("height", String(size));
  const ink = document.createElementNS(SVG, "path");
  ink.setAttribute(
    "d",
    squares(code.size, (x, y) => code.get(x, y)),
  );
  svg.append(paper, ink);
  return svg;
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
