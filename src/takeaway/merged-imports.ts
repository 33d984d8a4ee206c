import type { Import } from "#src/notebook/compile.ts";
import type { TypeImport } from "./cut-cell.ts";

/** Longest line of an import before its names stand below each other. */
const WIDTH = 90;

/** The imports of all cells of a file, each name once. */
export interface MergedImports {
  /**
   * Adds an import, and gives the name that it has in the file: its own, unless that is taken by a
   * cell or by another import.
   */
  add(one: Pick<Import, "from" | "name" | "as">): string;
  addType(one: TypeImport): void;
  /** The imported values by their names in the file. */
  values(): ReadonlyMap<string, Pick<Import, "from" | "name">>;
  /** Import lines, sorted. `locate` gives what is written for a module; undefined leaves it out. */
  lines(locate: (from: string) => string | undefined): readonly string[];
}

/** @param defined names that the cells define, which no import may have. */
export function mergedImports(defined: ReadonlySet<string>): MergedImports {
  const values = new Map<string, Pick<Import, "from" | "name">>();
  const types = new Map<string, TypeImport>();
  const same = (as: string, { from, name }: Pick<Import, "from" | "name">) =>
    values.get(as)?.from === from && values.get(as)?.name === name;
  return {
    add({ from, name, as }) {
      let free = as;
      for (let n = 2; defined.has(free) || (values.has(free) && !same(free, { from, name })); n++)
        free = `${as}${n}`;
      values.set(free, { from, name });
      return free;
    },
    addType(one) {
      types.set(`${one.from} ${one.text}`, one);
    },
    values: () => values,
    lines(locate) {
      const modules = new Set([...values.values(), ...types.values()].map(({ from }) => from));
      return [...modules].sort().flatMap((from) => {
        const written = locate(from);
        return written === undefined ? [] : importLines(written, from, values, types);
      });
    },
  };
}

function importLines(
  written: string,
  module: string,
  values: ReadonlyMap<string, Pick<Import, "from" | "name">>,
  types: ReadonlyMap<string, TypeImport>,
): string[] {
  const source = `from ${JSON.stringify(written)};`;
  const mine = [...values].filter(([, one]) => one.from === module);
  const whole = mine
    .filter(([, { name }]) => name === "*")
    .map(([as]) => `import * as ${as} ${source}`);
  const named = mine
    .filter(([, { name }]) => name !== "*")
    .map(([as, { name }]) => (as === name ? name : `${name} as ${as}`));
  // A name that one cell uses as a type and another as a value is imported once.
  const typed = [...types.values()].filter(
    ({ from, text }) => from === module && !values.has(text.replace(/^.* as /, "")),
  );
  const list = [...named, ...typed.map(({ text }) => `type ${text}`)].sort(byName);
  if (list.length === 0) return whole;
  const line = `import { ${list.join(", ")} } ${source}`;
  return [
    ...whole,
    line.length <= WIDTH
      ? line
      : `import {\n${list.map((one) => `  ${one},\n`).join("")}} ${source}`,
  ];
}

/** Without regard to case first, as the book's own imports are. */
function byName(a: string, b: string): number {
  const [left, right] = [a, b].map((one) => one.replace(/^type /, "")) as [string, string];
  return left.toLowerCase().localeCompare(right.toLowerCase()) || (left < right ? -1 : 1);
}
