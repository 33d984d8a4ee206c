import { type Compiled, compile } from "./compile.ts";
import type { CellSource } from "./protocol.ts";

/** A cell that the build has compiled, so that the page can run it without a compiler. */
export interface AheadCell extends Omit<Compiled, "origin"> {
  /** The text that it was made from. */
  readonly source: string;
}

/** The cells of a chapter by id, compiled; those that do not parse are left out. */
export function compileAhead(cells: readonly CellSource[]): Readonly<Record<string, AheadCell>> {
  return Object.fromEntries(
    cells.flatMap(({ id, source }) => {
      const result = compile(source);
      if (result.kind === "syntax") return [];
      const { origin: _, ...rest } = result;
      return [[id, { source, ...rest }]];
    }),
  );
}
