import { type Interval, requireIn } from "../internal/guard.ts";
import { requireSpace } from "../internal/search-input.ts";
import type { ParameterRange } from "./parameter-range.ts";
import { type HyperParameters, type SearchSpace, searchSpace } from "./search-space.ts";

/**
 * From coarse to fine: a smaller space around values that did well. Every range of numbers
 * keeps the given share of its length, on its own scale, centred at the value or, near an end,
 * moved inwards so that it stays within the old range. Choices stay whole.
 *
 * A winner near an end says that the range was too small: ask `parametersAtEdge` first, and widen
 * there before you narrow.
 *
 * @param factor the share that is left, in (0, 1].
 * @throws TypeError for bare ranges in place of a space, an unknown parameter, or a factor that is
 *   no number; RangeError for values outside the space or a factor outside its range.
 */
export function zoomSpace<V extends HyperParameters>(
  space: SearchSpace<V>,
  values: NoInfer<V>,
  factor: number,
): SearchSpace<V> {
  requireSpace("zoomSpace", space);
  space.check("zoomSpace", values);
  requireIn("zoomSpace", "factor", factor, SHARE);
  const ranges = rangesOf(space).map(([name, range]) => {
    const middle = range.toUnit(values[name]!);
    const low = Math.min(1 - factor, Math.max(0, middle - factor / 2));
    return [name, range.between(low, low + factor)] as const;
  });
  return searchSpace(Object.fromEntries(ranges)) as unknown as SearchSpace<V>;
}

/**
 * The names of the number parameters whose value lies at an end of its range or near it: there,
 * the best value may well lie outside. Choices have no ends.
 *
 * @param margin what counts as near: this share of the range's length, in [0, 1/2). Default 0.05.
 * @throws TypeError for bare ranges in place of a space, an unknown parameter, or a margin that is
 *   no number; RangeError for values outside the space or a margin outside its range.
 */
export function parametersAtEdge<V extends HyperParameters>(
  space: SearchSpace<V>,
  values: NoInfer<V>,
  margin = 0.05,
): readonly (keyof V & string)[] {
  requireSpace("parametersAtEdge", space);
  space.check("parametersAtEdge", values);
  requireIn("parametersAtEdge", "margin", margin, LESS_THAN_HALF);
  return rangesOf(space)
    .filter(([name, range]) => {
      if (range.kind === "choice") return false;
      const value = values[name]!;
      const u = range.toUnit(value);
      return u <= margin || u >= 1 - margin || value === range.min || value === range.max;
    })
    .map(([name]) => name);
}

const SHARE: Interval = { text: "(0, 1]", holds: (value) => value > 0 && value <= 1 };
const LESS_THAN_HALF: Interval = { text: "[0, 0.5)", holds: (value) => value >= 0 && value < 0.5 };

function rangesOf<V extends HyperParameters>(
  space: SearchSpace<V>,
): readonly (readonly [keyof V & string, ParameterRange])[] {
  return space.names.map((name) => [name, space.ranges[name]]);
}
