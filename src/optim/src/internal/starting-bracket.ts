import { bracketMinimum } from "../searches/bracket-minimum.ts";
import type {
  ScalarFunction,
  ScalarOutcome,
  ScalarPoint,
  StartingBracket,
} from "../searches/scalar-search.ts";
import type { Counted } from "./counted.ts";
import { finite, requireIn, show } from "./guard.ts";
import { metNaN } from "./scalar-endings.ts";

/** Three points in a row, and why a search cannot start from them, if it cannot. */
export interface Enclosed {
  readonly points: readonly [ScalarPoint, ScalarPoint, ScalarPoint];
  readonly failure?: ScalarOutcome;
}

/**
 * The bracket that a search starts from: the one given, in ascending order, or the one to which
 * two points lead downhill.
 * @throws TypeError or RangeError for a bracket that is none.
 */
export function startingBracket(where: string, f: Counted, bracket: StartingBracket): Enclosed {
  const numbers = listOf(where, bracket);
  if (numbers.length === 2) return walkedTo(f.at, numbers[0]!, numbers[1]!);
  const [first, middle, last] = numbers as [number, number, number];
  const [a, c] = first > last ? [last, first] : [first, last];
  if (!(a < middle && middle < c))
    throw new RangeError(
      `${where}: the second point of the bracket must lie between the other two, got ${numbers.join(", ")}`,
    );
  const points = [f.point(a), f.point(middle), f.point(c)] as const;
  const failure = metNaN(points, 0);
  if (failure !== undefined) return { points, failure };
  const [left, lowest, right] = points;
  if (!(lowest.f < left.f && lowest.f < right.f))
    throw new RangeError(
      `${where}: f must be lower in the middle of the bracket than at its ends, got ${points.map(({ f }) => f).join(", ")}. Give two points only, and a bracket is searched for`,
    );
  return { points };
}

function listOf(where: string, bracket: StartingBracket): readonly number[] {
  if (!Array.isArray(bracket) || (bracket.length !== 2 && bracket.length !== 3))
    throw new TypeError(
      `${where}: bracket must be a list of two or three points such as [0, 1], got ${Array.isArray(bracket) ? `${bracket.length} of them` : show(bracket)}`,
    );
  for (const x of bracket) requireIn(where, "every point of the bracket", x, finite);
  if (bracket.length === 2 && bracket[0] === bracket[1])
    throw new RangeError(
      `${where}: the two points of the bracket must be different, got ${bracket[0]} twice`,
    );
  return bracket;
}

function walkedTo(f: ScalarFunction, from: number, to: number): Enclosed {
  const { a, b, c, outcome } = bracketMinimum(f, from, to);
  const points = [a, b, c] as const;
  if (outcome.kind === "converged") return { points };
  if (outcome.kind === "diverged") return { points, failure: { ...outcome, step: 0 } };
  return { points, failure: outcome };
}
