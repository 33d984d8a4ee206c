import { requireWhole, show } from "./guard.ts";
import type { Shape } from "./row-major.ts";

/**
 * Checks the option `shape` of a method for matrices, and returns the shape of n numbers: one
 * column where none was given.
 * @throws TypeError when it is no pair, RangeError for sides that are no whole numbers.
 *   The returned function throws a RangeError when the shape has not n entries.
 */
export function shapeOf(where: string, shape: unknown): (n: number) => Shape {
  if (shape === undefined) return (n) => [n, 1];
  if (!Array.isArray(shape) || shape.length !== 2)
    throw new TypeError(`${where}: shape must be [rows, columns], got ${show(shape)}`);
  const rows = requireWhole(where, "shape[0]", shape[0], 1);
  const columns = requireWhole(where, "shape[1]", shape[1], 1);
  return (n) => {
    if (rows * columns === n) return [rows, columns];
    throw new RangeError(
      `${where}: shape [${rows}, ${columns}] has ${rows * columns} entries, but x has ${n}`,
    );
  };
}
