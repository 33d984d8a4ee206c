import { ancestors, descendants, type Graph } from "./graph.ts";

/** What planning asks about a cell. */
export interface Standing {
  /** Its values are not here, or no longer what its source and its inputs would give. */
  readonly stale: (id: string) => boolean;
  /** What the reader sees of it was made from another text. */
  readonly changed: (id: string) => boolean;
}

/**
 * The cells to run, in order, when a reader runs one: first what it needs and is not there, then
 * the cell, then everything that depends on it, or on a changed cell that had to run for it.
 */
export function plan(
  graph: Graph,
  target: string,
  { stale, changed }: Standing,
): readonly string[] {
  const chosen = new Set<string>();
  const settle = (id: string) => {
    if (chosen.has(id)) return;
    chosen.add(id);
    const needs = ancestors(graph, id);
    // In order: what takes from a cell that runs is stale by then.
    for (const needed of graph.order) {
      if (!needs.has(needed)) continue;
      if (changed(needed)) withDependents(needed);
      else if (stale(needed) || takesChosen(needed)) chosen.add(needed);
    }
  };
  const withDependents = (id: string) => {
    if (chosen.has(id)) return;
    settle(id);
    for (const one of descendants(graph, id)) settle(one);
  };
  const takesChosen = (id: string) =>
    [...(graph.inputs.get(id)?.values() ?? [])].some((one) => chosen.has(one));
  withDependents(target);
  return graph.order.filter((id) => chosen.has(id));
}
