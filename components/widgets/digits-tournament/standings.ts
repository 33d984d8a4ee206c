import { entrantOfId } from "./entrants.ts";
import { bestOf, type Entry, middle } from "./tournament.ts";

/** A line of the standings. */
export interface Standing {
  readonly id: string;
  readonly title: string;
  readonly rate: number;
  /** The best rate is the first or the last tried: a better one may lie beyond. */
  readonly atEdge: boolean;
  /** Median training loss over the seeds. */
  readonly loss: number;
  /** Shares told right, one for each seed, and their median. */
  readonly rights: readonly number[];
  readonly right: number;
  /** Median time of a step here, in microseconds. */
  readonly micros: number | undefined;
}

/** The entries by the median share told right, then by the training loss. */
export function standingsOf(entries: readonly Entry[]): readonly Standing[] {
  return entries.map(standingOf).toSorted((a, b) => b.right - a.right || a.loss - b.loss);
}

function standingOf({ method, search, final }: Entry): Standing {
  const best = bestOf(search);
  const rights = final.map(({ right }) => right);
  const times = [...search, ...final].flatMap(({ micros }) => micros ?? []);
  return {
    id: method,
    title: entrantOfId(method).title,
    rate: best.rate,
    atEdge: best === search[0] || best === search.at(-1),
    loss: middle(final.map(({ loss }) => loss)),
    rights,
    right: middle(rights),
    micros: times.length === 0 ? undefined : middle(times),
  };
}

/** Those whose median is not below the worst training of the first: nothing here tells them apart. */
export function levelWithFirst(standings: readonly Standing[]): readonly Standing[] {
  const [first, ...others] = standings;
  if (first === undefined) return [];
  const worst = Math.min(...first.rights);
  return others.filter(({ right }) => right >= worst);
}
