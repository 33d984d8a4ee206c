import type { Picture, PlacedArrow, PlacedBox } from "./picture-layout.ts";

/** Colours of arrows by the layer that they leave, from the ground up, in light and in dark. */
const LINES = [
  ["#5f584e", "#a49d92"],
  ["#806000", "#e0b64a"],
  ["#0a6e55", "#57c9a6"],
  ["#7a3d96", "#cf9bea"],
  ["#0b5c9e", "#74b9f5"],
  ["#b23a08", "#ff9466"],
  ["#5f584e", "#a49d92"],
] as const;
const lines = (theme: 0 | 1) =>
  LINES.map((colours, layer) => `.from-${layer} { --line: ${colours[theme]} }`).join(" ");

/** Paper and ink, as in the book. */
const STYLE = `
  svg { --paper: #fdfbf7; --box: #f5f1e9; --ink: #1f1c18; --soft: #5f584e; --rule: #d9d2c5 }
  ${lines(0)}
  @media (prefers-color-scheme: dark) {
    svg { --paper: #16181b; --box: #1e2125; --ink: #e4e0d8; --soft: #a49d92; --rule: #383b40 }
    ${lines(1)}
  }
  text { font: 13px "Source Sans 3", "Helvetica Neue", Arial, sans-serif; fill: var(--soft) }
  .name { font: 600 16px "Source Sans 3", "Helvetica Neue", Arial, sans-serif; fill: var(--ink) }
  .box { fill: var(--box); stroke: var(--rule) }
  .arrow path { fill: none; stroke: var(--line); stroke-opacity: 0.7 }
  .arrow polygon { fill: var(--line) }
  .count { font-size: 11px; text-anchor: middle; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round }
`;

/** The picture as an SVG file. */
export function pictureSvg({ width, height, boxes, arrows }: Picture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">Folders as boxes in layers, each with its files and the packages it uses; arrows lead to what a folder imports, with about the number of imports.</title>
<style>${STYLE}</style>
<rect width="${width}" height="${height}" fill="var(--paper)"/>
${arrows.map(arrowSvg).join("\n")}
${boxes.map(boxSvg).join("\n")}
${arrows.map(countSvg).join("\n")}
</svg>
`;
}

function boxSvg({ folder, files, x, y, width, height, lines }: PlacedBox): string {
  const middle = x + width / 2;
  const text = (at: number, words: string, look = "") =>
    `<text x="${round(middle)}" y="${round(y + at)}" text-anchor="middle"${look}>${words}</text>`;
  return `<g><rect class="box" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="3"/>${text(24, folder, ' class="name"')}${text(43, `about ${files} files`)}${lines.map((line, i) => text(62 + 17 * i, line)).join("")}</g>`;
}

function arrowSvg({
  from,
  to,
  imports,
  layer,
  start: [x0, y0],
  end: [x1, y1],
}: PlacedArrow): string {
  // A hundredfold number of imports makes a line about five times as wide.
  const weight = (1 + Math.log2(imports) / 2).toFixed(1);
  const across = y0 === y1;
  const bend = across ? 0 : (y1 - y0) / 2.2;
  const path = `M${round(x0)},${round(y0)}C${round(x0)},${round(y0 + bend)} ${round(x1)},${round(y1 - bend)} ${round(x1)},${round(y1)}`;
  const head = across ? triangle(x1, y1, Math.sign(x0 - x1) * 9, 0) : triangle(x1, y1, 0, -9);
  return `<g class="arrow from-${layer}"><title>${from} imports ${to}, about ${imports} times</title><path d="${path}" stroke-width="${weight}"/>${head}</g>`;
}

function countSvg({ imports, start: [x0, y0], end: [x1, y1] }: PlacedArrow): string {
  const [x, y] = y0 === y1 ? [(x0 + x1) / 2, x1 > x0 ? y0 - 6 : y0 + 15] : [x1, y1 - 14];
  return `<text class="count" x="${round(x)}" y="${round(y)}">${imports}</text>`;
}

/** The head of an arrow: its tip, and the way back from there. */
function triangle(x: number, y: number, dx: number, dy: number): string {
  const [sideX, sideY] = [dy / 2.2, dx / 2.2];
  const points = [
    [x, y],
    [x + dx + sideX, y + dy + sideY],
    [x + dx - sideX, y + dy - sideY],
  ];
  return `<polygon points="${points.map((point) => point.map(round).join(",")).join(" ")}"/>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
