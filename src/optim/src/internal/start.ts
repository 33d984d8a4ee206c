import type { Vec } from "../types.ts";
import { show } from "./guard.ts";

/**
 * The start of a run as a vector of its own.
 * @throws TypeError when x0 is no list of numbers or has something else in it, RangeError for a
 *   wrong length or for a coordinate that is not finite.
 */
export function startFrom(where: string, x0: unknown, dim: number): Vec {
  if (!Array.isArray(x0) && !(x0 instanceof Float64Array))
    throw new TypeError(
      `${where}: x0 must be an array of ${dim} numbers or a Float64Array, got ${ArrayBuffer.isView(x0) ? x0.constructor.name : show(x0)}`,
    );
  if (x0.length !== dim)
    throw new RangeError(
      `${where}: x0 must have ${dim} coordinates, as many as the objective has variables, got ${x0.length}`,
    );
  const bad = x0.findIndex((entry: unknown) => !Number.isFinite(entry));
  const Kind = typeof x0[bad] === "number" ? RangeError : TypeError;
  if (bad >= 0)
    throw new Kind(
      `${where}: every coordinate of x0 must be a finite number, got ${show(x0[bad])} at index ${bad}`,
    );
  return Float64Array.from(x0);
}
