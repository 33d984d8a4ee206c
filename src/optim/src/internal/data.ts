import type { Vec } from "../types.ts";
import { show } from "./guard.ts";

/** A table of numbers: one row for each example. */
export type Rows = readonly (readonly number[] | Vec)[];

/**
 * The rows of a table as vectors of their own.
 * @throws TypeError or RangeError for no list, no rows, rows of different length, or an entry
 *   that is not finite.
 */
export function requireRows(where: string, name: string, rows: Rows): readonly Vec[] {
  if (!Array.isArray(rows) || !rows.every(isList))
    throw new TypeError(
      `${where}: ${name} must be a list of rows of numbers such as [[1, 2], [3, 4]], got ${show(rows)}`,
    );
  const width = rows[0]?.length ?? 0;
  if (width === 0)
    throw new RangeError(`${where}: ${name} must have at least one row of at least one number`);
  rows.forEach((row, i) => {
    if (row.length !== width)
      throw new RangeError(
        `${where}: every row of ${name} must have ${width} numbers, as the first one, got ${row.length} in ${name}[${i}]`,
      );
    for (let j = 0; j < width; j++)
      if (!Number.isFinite(row[j]))
        throw new RangeError(
          `${where}: every number of ${name} must be finite, got ${show(row[j])} in ${name}[${i}][${j}]`,
        );
  });
  return rows.map((row) => Float64Array.from(row));
}

/**
 * One number for each of n rows, as a vector of its own.
 * @param fits what a number must be, and that in words. Default: finite.
 * @throws TypeError or RangeError for no list, another length, or a number that does not fit.
 */
export function requireTargets(
  where: string,
  targets: readonly number[] | Vec,
  n: number,
  fits: (target: number) => boolean = Number.isFinite,
  inWords = "a finite number",
): Vec {
  if (!isList(targets))
    throw new TypeError(`${where}: y must be a list of numbers, got ${show(targets)}`);
  if (targets.length !== n)
    throw new RangeError(
      `${where}: y must have one entry for each of the ${n} rows of X, got ${targets.length}`,
    );
  targets.forEach((target, i) => {
    if (!fits(target))
      throw new RangeError(
        `${where}: every entry of y must be ${inWords}, got ${show(target)} in y[${i}]`,
      );
  });
  return Float64Array.from(targets);
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || value instanceof Float64Array;
}
