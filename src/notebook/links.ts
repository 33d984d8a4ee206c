import { say } from "#src/language/say.ts";
import type { Compiled, SyntaxProblem } from "./compile.ts";
import type { Graph } from "./graph.ts";

/** What a cell takes from others, and what it gives to them. */
export interface CellLinks {
  readonly id: string;
  readonly reads: readonly { readonly name: string; readonly from: string }[];
  readonly defines: readonly string[];
}

/** What every cell reads and defines. */
export function linksOf(
  cells: readonly { readonly id: string; readonly compiled: Compiled | SyntaxProblem }[],
  graph: Graph,
): readonly CellLinks[] {
  return cells.map(({ id, compiled }) => ({
    id,
    reads: [...(graph.inputs.get(id) ?? [])].map(([name, from]) => ({ name, from })),
    defines: compiled.kind === "compiled" ? compiled.defines : [],
  }));
}

/** The same in a sentence or two. */
export function linksInWords({ reads, defines }: CellLinks): string {
  const taken = reads
    .map(({ name, from }) => say("{name} from “{cell}”", { name, cell: from }))
    .join(", ");
  return say("Reads {used}. Defines {defined}.", {
    used: taken || say("nothing from other cells"),
    defined: defines.join(", ") || say("nothing"),
  });
}
