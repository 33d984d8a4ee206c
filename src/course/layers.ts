/** A node of a graph without cycles, with what it comes after. */
export interface GraphNode {
  readonly id: string;
  readonly needs: readonly string[];
}

/** An arrow, with the columns it passes on the rows between its ends. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Place in each row from that of `from` to that of `to`, both included. */
  readonly way: readonly number[];
}

/** Nodes in rows, each row below what it needs, and the arrows between them. */
export interface Layers {
  readonly rows: readonly (readonly (string | undefined)[])[];
  readonly row: ReadonlyMap<string, number>;
  readonly arrows: readonly Arrow[];
}

/** A node, or the place where an arrow crosses a row. */
interface Slot {
  readonly key: string;
  readonly node?: string;
  readonly row: number;
}

const SWEEPS = 12;

/**
 * Lays a graph out in rows: each node one row below the lowest that it needs, or just above the first
 * that needs it if it needs none. Arrows that follow from others are left out. The order within rows
 * is that of the neighbours' mean places, improved up and down, after Sugiyama and others (1981).
 *
 * @throws Error when nodes need each other in a circle
 */
export function layers(nodes: readonly GraphNode[]): Layers {
  const row = rowsOf(nodes);
  const links = withoutDetours(nodes);
  const slots: Slot[] = nodes.map(({ id }) => ({ key: id, node: id, row: row.get(id)! }));
  const chains = links.map(([from, to]) => {
    const chain = [from];
    for (let r = row.get(from)! + 1; r < row.get(to)!; r++) {
      const key = `${from}→${to}:${r}`;
      slots.push({ key, row: r });
      chain.push(key);
    }
    return [...chain, to];
  });
  const order = ordered(slots, chains);
  const placeOf = new Map(order.flatMap((keys) => keys.map((key, at) => [key, at] as const)));
  const nodeOf = new Map(slots.map(({ key, node }) => [key, node]));
  return {
    rows: order.map((keys) => keys.map((key) => nodeOf.get(key))),
    row,
    arrows: links.map(([from, to], index) => ({
      from,
      to,
      way: chains[index]!.map((key) => placeOf.get(key)!),
    })),
  };
}

function rowsOf(nodes: readonly GraphNode[]): Map<string, number> {
  const needsOf = new Map(nodes.map(({ id, needs }) => [id, needs]));
  const row = new Map<string, number>();
  const find = (id: string, way: readonly string[]): number => {
    if (way.includes(id))
      throw new Error(`layers: ${[...way, id].join(" needs ")}. Nothing may need itself.`);
    const known = row.get(id);
    if (known !== undefined) return known;
    const above = (needsOf.get(id) ?? []).map((need) => find(need, [...way, id]));
    const found = above.length === 0 ? 0 : 1 + Math.max(...above);
    row.set(id, found);
    return found;
  };
  for (const { id } of nodes) find(id, []);
  for (const { id, needs } of nodes) {
    const after = nodes.filter((node) => node.needs.includes(id)).map((node) => row.get(node.id)!);
    if (needs.length === 0 && after.length > 0) row.set(id, Math.min(...after) - 1);
  }
  return row;
}

/** Pairs of need and node, without those that another way already says. */
function withoutDetours(nodes: readonly GraphNode[]): readonly (readonly [string, string])[] {
  const needsOf = new Map(nodes.map(({ id, needs }) => [id, needs]));
  const reaches = (from: string, to: string): boolean =>
    (needsOf.get(to) ?? []).some((need) => need === from || reaches(from, need));
  return nodes.flatMap(({ id, needs }) =>
    needs
      .filter((need) => !needs.some((other) => other !== need && reaches(need, other)))
      .map((need) => [need, id] as const),
  );
}

function ordered(
  slots: readonly Slot[],
  chains: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  for (const chain of chains) {
    chain.forEach((key, at) => {
      const next = chain[at + 1];
      if (next === undefined) return;
      below.set(key, [...(below.get(key) ?? []), next]);
      above.set(next, [...(above.get(next) ?? []), key]);
    });
  }
  const depth = 1 + Math.max(...slots.map(({ row }) => row));
  let rows = Array.from({ length: depth }, (_, r) =>
    slots.filter(({ row }) => row === r).map(({ key }) => key),
  );
  let best = rows;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    rows = swept(rows, sweep % 2 === 0 ? above : below, sweep % 2 === 0);
    if (crossings(rows, below) < crossings(best, below)) best = rows;
  }
  return best;
}

function swept(
  rows: readonly (readonly string[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  down: boolean,
): string[][] {
  const next = rows.map((row) => [...row]);
  const indices = [...next.keys()];
  for (const r of down ? indices : indices.reverse()) {
    const beside = next[down ? r - 1 : r + 1];
    if (!beside) continue;
    const row = next[r]!;
    const mean = (key: string): number => {
      const places = (neighbours.get(key) ?? []).map(
        (other) => (beside.indexOf(other) + 0.5) / beside.length,
      );
      return places.length === 0
        ? (row.indexOf(key) + 0.5) / row.length
        : places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    const means = new Map(row.map((key) => [key, mean(key)]));
    next[r] = row.toSorted((a, b) => means.get(a)! - means.get(b)!);
  }
  return next;
}

function crossings(
  rows: readonly (readonly string[])[],
  below: ReadonlyMap<string, readonly string[]>,
): number {
  let count = 0;
  rows.forEach((row, r) => {
    const next = rows[r + 1] ?? [];
    const ends = row.map((key) => (below.get(key) ?? []).map((other) => next.indexOf(other)));
    ends.forEach((left, at) => {
      for (const right of ends.slice(at + 1))
        for (const a of left) count += right.filter((b) => b < a).length;
    });
  });
  return count;
}
