import type { ScalarFunction, ScalarPoint } from "../searches/scalar-search.ts";
import { show } from "./guard.ts";

/** A function that counts how often it is called. */
export interface Counted {
  at(x: number): number;
  /** x together with f(x). */
  point(x: number): ScalarPoint;
  /** How many calls so far. */
  count(): number;
}

/**
 * Counts the calls of f.
 * @throws TypeError for something that is no function.
 */
export function counted(where: string, name: string, f: ScalarFunction): Counted {
  if (typeof f !== "function")
    throw new TypeError(`${where}: ${name} must be a function of one number, got ${show(f)}`);
  let count = 0;
  const at = (x: number): number => {
    count++;
    return f(x);
  };
  return { at, point: (x) => ({ x, f: at(x) }), count: () => count };
}
