import type { Vec } from "../types.ts";

/**
 * Looks for the maximum of a function of the unit cube that is cheap but bumpy: scatters
 * candidates, then climbs from the best few by compass search (try a step each way along each
 * axis, go where it is higher, halve the step when no way is). Needs no derivatives and finds
 * some local maximum, the higher the more candidates.
 *
 * @param f may be −∞ at points that are out of the question.
 * @param dim number of coordinates.
 * @param options.candidates how many random points; each takes `dim` numbers of `rng`.
 * @param options.starts further points to climb from.
 */
export function maximizeOnCube(
  f: (u: Vec) => number,
  dim: number,
  options: {
    readonly candidates: number;
    readonly rng: () => number;
    readonly starts?: readonly Vec[];
  },
): Vec {
  const { candidates, rng, starts = [] } = options;
  const scattered = Array.from({ length: candidates }, () =>
    place(f, Float64Array.from({ length: dim }, rng)),
  );
  const highest = scattered.toSorted(byHeight).slice(0, CLIMBS);
  return [...highest, ...starts.map((u) => place(f, u))]
    .map((start) => climbFrom(f, start))
    .reduce((best, other) => (other.height > best.height ? other : best)).u;
}

interface Place {
  readonly u: Vec;
  readonly height: number;
}

/** How many candidates are climbed from. */
const CLIMBS = 3;
const FIRST_STEP = 0.1;
const LAST_STEP = 1e-4;

function place(f: (u: Vec) => number, u: Vec): Place {
  return { u, height: f(u) };
}

/** Highest first. Not b − a: that is NaN for two infinite heights. */
function byHeight(a: Place, b: Place): number {
  return a.height > b.height ? -1 : a.height < b.height ? 1 : 0;
}

function climbFrom(f: (u: Vec) => number, start: Place): Place {
  let here = start;
  for (let step = FIRST_STEP; step >= LAST_STEP; ) {
    const higher = neighbours(here.u, step)
      .map((u) => place(f, u))
      .find(({ height }) => height > here.height);
    if (higher === undefined) step /= 2;
    else here = higher;
  }
  return here;
}

/** One step each way along each axis, but not out of the cube. */
function neighbours(u: Vec, step: number): readonly Vec[] {
  return Array.from(u).flatMap((ui, i) =>
    [ui - step, ui + step].map((moved) => u.with(i, Math.min(1, Math.max(0, moved)))),
  );
}
