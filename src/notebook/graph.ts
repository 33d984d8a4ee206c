import { listed } from "#src/language/listed.ts";
import { say, sayCount } from "#src/language/say.ts";
import type { Compiled, SyntaxProblem } from "./compile.ts";
import { isGlobal, whyMissing } from "./globals.ts";

/** A cell with what compiling it gave. */
export interface LinkedCell {
  readonly id: string;
  readonly compiled: Compiled | SyntaxProblem;
}

/** Which cell needs which, and what forbids a cell to run. */
export interface Graph {
  /** Cells after those that they need; among equals, in the order of the page. */
  readonly order: readonly string[];
  /** For each cell the names it takes from other cells, and from which. */
  readonly inputs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** For each cell that cannot run, why, in words. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Joins the cells of a page by the names they define and use.
 *
 * `importable` finds the module that exports a name, for advice on a name that nobody defines.
 */
export function link(
  cells: readonly LinkedCell[],
  importable: (name: string) => string | undefined = () => undefined,
): Graph {
  const owners = ownersOf(cells);
  const inputs = new Map<string, ReadonlyMap<string, string>>();
  const problems = new Map<string, string>();
  for (const { id, compiled } of cells) {
    const taken = new Map<string, string>();
    inputs.set(id, taken);
    if (compiled.kind === "syntax") continue;
    for (const name of compiled.uses) {
      const owner = owners.get(name)?.[0];
      if (owner !== undefined) taken.set(name, owner);
    }
    const problem =
      doubled(id, compiled, owners) ??
      assigned(id, compiled, taken) ??
      missing(id, compiled, taken, cells, importable);
    if (problem) problems.set(id, problem);
  }
  const order = sort(cells, inputs, problems);
  return { order, inputs, problems };
}

/** The cells that a cell needs, directly or through others; without itself. */
export function ancestors(graph: Graph, id: string): Set<string> {
  return reach(id, (one) => graph.inputs.get(one)?.values() ?? []);
}

/** The cells that need a cell, directly or through others; without itself. */
export function descendants(graph: Graph, id: string): Set<string> {
  return reach(id, (one) =>
    [...graph.inputs].filter(([, from]) => [...from.values()].includes(one)).map(([user]) => user),
  );
}

function reach(id: string, next: (id: string) => Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (one: string) => {
    for (const other of next(one)) {
      if (found.has(other)) continue;
      found.add(other);
      visit(other);
    }
  };
  visit(id);
  found.delete(id);
  return found;
}

function ownersOf(cells: readonly LinkedCell[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, compiled } of cells) {
    if (compiled.kind === "syntax") continue;
    for (const name of compiled.defines) owners.set(name, [...(owners.get(name) ?? []), id]);
  }
  return owners;
}

function doubled(id: string, { defines }: Compiled, owners: Map<string, string[]>) {
  for (const name of defines) {
    const others = (owners.get(name) ?? []).filter((one) => one !== id);
    if (others.length === 0) continue;
    const everyone = listed((owners.get(name) ?? []).map(quote));
    return say("cells {cells} both define {name}. Rename one of the two.", {
      cells: everyone,
      name,
    });
  }
  return undefined;
}

function assigned(id: string, { writes }: Compiled, taken: Map<string, string>) {
  for (const name of writes) {
    const owner = taken.get(name);
    if (owner !== undefined) {
      return say(
        "cell {cell} assigns to {name}, which belongs to cell {owner}. Give the new value a name of its own, for example: const {name}2 = …",
        { cell: quote(id), name, owner: quote(owner) },
      );
    }
    if (!isGlobal(name)) {
      return say(
        "cell {cell} assigns to {name} without declaring it. Declare it first: let {name} = …",
        { cell: quote(id), name },
      );
    }
  }
  return undefined;
}

function missing(
  id: string,
  { uses }: Compiled,
  taken: Map<string, string>,
  cells: readonly LinkedCell[],
  importable: (name: string) => string | undefined,
) {
  const name = uses.find((one) => !taken.has(one) && !isGlobal(one));
  if (name === undefined) return undefined;
  const why = whyMissing(name);
  const cell = quote(id);
  if (why) return say("cell {cell} uses {name}: {why}", { cell, name, why });
  const from = importable(name);
  if (from)
    return say(
      'cell {cell} uses {name}, which no cell defines. Import it: import { {name} } from "{from}"',
      { cell, name, from },
    );
  const broken = cells
    .filter(({ compiled }) => compiled.kind === "syntax")
    .map((one) => quote(one.id));
  if (broken.length === 0)
    return say("cell {cell} uses {name}, which no cell defines. Define it in an earlier cell.", {
      cell,
      name,
    });
  return sayCount(
    {
      one: "cell {cell} uses {name}, which no cell defines. Define it in an earlier cell. (Cell {cells} does not parse, and defines nothing until it does.)",
      other:
        "cell {cell} uses {name}, which no cell defines. Define it in an earlier cell. (Cells {cells} do not parse, and define nothing until they do.)",
    },
    broken.length,
    { cell, name, cells: listed(broken) },
  );
}

/** Depth first along what each cell needs; a cell met again while it is still open closes a circle. */
function sort(
  cells: readonly LinkedCell[],
  inputs: ReadonlyMap<string, ReadonlyMap<string, string>>,
  problems: Map<string, string>,
): string[] {
  const order: string[] = [];
  const open: string[] = [];
  const visit = (id: string) => {
    if (order.includes(id)) return;
    const since = open.indexOf(id);
    if (since >= 0) {
      const circle = open.slice(since);
      const path = [...circle, id].map(quote).join(" → ");
      const message = say(
        "cells {cells} need each other in a circle. Move what they share into a cell of its own.",
        { cells: path },
      );
      for (const one of circle) if (!problems.has(one)) problems.set(one, message);
      return;
    }
    open.push(id);
    for (const needed of inputs.get(id)?.values() ?? []) visit(needed);
    open.pop();
    order.push(id);
  };
  for (const { id } of cells) visit(id);
  return order;
}

const quote = (id: string) => `"${id}"`;
