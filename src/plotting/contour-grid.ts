import type { Window } from "./clip.ts";

/** Values of a function of two variables on a regular grid, row by row from the bottom left. */
export interface ContourGrid {
  readonly values: Float64Array;
  /** Columns and rows of samples. */
  readonly columns: number;
  readonly rows: number;
  readonly window: Window;
}

/**
 * Samples a function of two variables at the centres of a regular grid over the window.
 *
 * @param value height at (x, y); may be any number, also not finite
 * @param columns samples across; defaults to 120
 * @param rows samples upward; defaults to 80
 */
export function contourGrid(
  value: (x: number, y: number) => number,
  window: Window,
  columns = 120,
  rows = 80,
): ContourGrid {
  const values = new Float64Array(columns * rows);
  const [left, right] = window.x;
  const [bottom, top] = window.y;
  for (let row = 0; row < rows; row++) {
    const y = bottom + ((row + 0.5) / rows) * (top - bottom);
    for (let column = 0; column < columns; column++) {
      const x = left + ((column + 0.5) / columns) * (right - left);
      values[row * columns + column] = value(x, y);
    }
  }
  return { values, columns, rows, window };
}

/**
 * Heights whose distances above the lowest point grow like squares: on a quadratic bowl the
 * contours are then equally far apart, so that their spacing shows slope honestly.
 *
 * @param lowest the height that the levels start from
 * @param highest the height of the last level
 * @param count number of levels, at least 1
 */
export function squareLevels(lowest: number, highest: number, count: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, i) => lowest + (highest - lowest) * ((i + 1) / count) ** 2,
  );
}
