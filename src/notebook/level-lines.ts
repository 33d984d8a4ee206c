import { contours } from "d3-contour";
import { clipPath } from "#src/plotting/clip.ts";
import { relativePath } from "#src/plotting/relative-path.ts";
import { simplifyPath } from "#src/plotting/simplify-path.ts";

/** Columns and rows on which the function is sampled. */
const COLUMNS = 96;
const ROWS = 64;
/** Samples beyond each edge: what is sampled ends there, and a line that ends is led along its end. */
const MARGIN = 2;
const LEVELS = 10;
/** Of the window in a drawing. */
const SIDE = 1000;
/** A third of a pixel in a drawing as wide as the text. */
const TOLERANCE = 0.6;

/** Level lines in thousandths of the window, (0, 0) at its upper left corner, as relative SVG paths. */
export function levelLines(
  value: (x: number, y: number) => number,
  x: readonly [number, number],
  y: readonly [number, number],
): readonly string[] {
  const values: number[] = [];
  const heights: number[] = [];
  for (let row = -MARGIN; row < ROWS + MARGIN; row++)
    for (let column = -MARGIN; column < COLUMNS + MARGIN; column++) {
      const height = value(
        x[0] + ((column + 0.5) / COLUMNS) * (x[1] - x[0]),
        y[1] - ((row + 0.5) / ROWS) * (y[1] - y[0]),
      );
      values.push(height);
      const inside = row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;
      if (inside && Number.isFinite(height)) heights.push(height);
    }
  heights.sort((a, b) => a - b);
  const [low, high] = [heights[0], heights.at(-1)];
  if (low === undefined || high === undefined || low === high) return [];
  // Squares, so that the lines of a quadratic lie equally far apart.
  const thresholds = Array.from(
    { length: LEVELS },
    (_, i) => low + (high - low) * ((i + 0.5) / LEVELS) ** 2,
  );
  const finite = values.map((height) => (Number.isFinite(height) ? height : high));
  return contours()
    .size([COLUMNS + 2 * MARGIN, ROWS + 2 * MARGIN])
    .thresholds(thresholds)(finite)
    .map(({ coordinates }) => relativePath(coordinates.flat().map(inWindow).join("")))
    .filter((line) => line !== "");
}

/** The parts of a ring in the window, as a path. */
function inWindow(ring: readonly (readonly number[])[]): string {
  const places = ring.map(([a = 0, b = 0]) => ({
    x: (SIDE * (a - MARGIN)) / COLUMNS,
    y: (SIDE * (b - MARGIN)) / ROWS,
  }));
  const pieces: string[][] = [[]];
  for (const { x, y } of clipPath(places, { x: [0, SIDE], y: [0, SIDE] }))
    if (x === undefined || y === undefined) pieces.push([]);
    else pieces.at(-1)?.push(`${x},${y}`);
  return pieces
    .filter(({ length }) => length > 1)
    .map((piece) =>
      simplifyPath(`M${piece.join("L")}`, TOLERANCE).replace(/[\d.]+/g, (place) =>
        String(Math.round(Number(place))),
      ),
    )
    .join("");
}
