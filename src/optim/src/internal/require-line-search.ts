import type { LineSearch } from "../types.ts";
import { show } from "./guard.ts";

/**
 * Returns the line search.
 * @throws TypeError if it is none.
 */
export function requireLineSearch(where: string, lineSearch: LineSearch): LineSearch {
  // Every string has a method `search`, and is none.
  if (typeof lineSearch === "object" && typeof lineSearch?.search === "function") return lineSearch;
  throw new TypeError(
    `${where}: lineSearch must be a line search such as strongWolfe(), got ${show(lineSearch)}`,
  );
}
