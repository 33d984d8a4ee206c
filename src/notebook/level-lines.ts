import { contours } from "d3-contour";
import { relativePath } from "#src/plotting/relative-path.ts";
import { simplifyPath } from "#src/plotting/simplify-path.ts";

/** Columns and rows on which the function is sampled. */
const COLUMNS = 60;
const ROWS = 40;
const LEVELS = 10;
/** A third of a pixel in a drawing as wide as the text. */
const TOLERANCE = 0.6;

/** Level lines in thousandths of the window, (0, 0) at its upper left corner, as relative SVG paths. */
export function levelLines(
  value: (x: number, y: number) => number,
  x: readonly [number, number],
  y: readonly [number, number],
): readonly string[] {
  const values: number[] = [];
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++)
      values.push(
        value(
          x[0] + ((column + 0.5) / COLUMNS) * (x[1] - x[0]),
          y[1] - ((row + 0.5) / ROWS) * (y[1] - y[0]),
        ),
      );
  const heights = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [low, high] = [heights[0], heights.at(-1)];
  if (low === undefined || high === undefined || low === high) return [];
  // Squares, so that the lines of a quadratic lie equally far apart.
  const thresholds = Array.from(
    { length: LEVELS },
    (_, i) => low + (high - low) * ((i + 0.5) / LEVELS) ** 2,
  );
  const finite = values.map((height) => (Number.isFinite(height) ? height : high));
  return contours()
    .size([COLUMNS, ROWS])
    .thresholds(thresholds)(finite)
    .map(({ coordinates }) =>
      relativePath(
        coordinates
          .flat()
          .map(
            (ring) =>
              `M${ring.map(([a = 0, b = 0]) => `${(1000 * a) / COLUMNS},${(1000 * b) / ROWS}`).join("L")}Z`,
          )
          .map((ring) =>
            simplifyPath(ring, TOLERANCE).replace(/[\d.]+/g, (place) =>
              String(Math.round(Number(place))),
            ),
          )
          .join(""),
      ),
    )
    .filter((line) => line !== "");
}
