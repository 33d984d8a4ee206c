/** One line of a formula block, cut where its columns begin. */
export type FormulaRow = readonly FormulaCell[];

/** A piece of a formula, in plain Unicode. The left side of a relation is set flush right. */
export interface FormulaCell {
  readonly text: string;
  readonly flushRight?: boolean;
}

/** A left side of this many characters is no longer one symbol, and is not aligned. */
const LONG = 14;

/** Signs at which lines one below the other are aligned. */
const RELATION = /(?<=\s|^)[←=≈](?=\s)/;

/**
 * The lines of a formula block as rows of cells. Two blanks or more part columns; blanks before
 * a relation only align it. A column in which every cell has a relation after a short left side is cut before it, so that
 * the relations stand one below the other.
 */
export function formulaRows(lines: readonly string[]): readonly FormulaRow[] {
  const rows = lines.map((line) =>
    line
      .trim()
      .replace(/ +(?=[←=≈] )/g, " ")
      .split(/ {2,}/),
  );
  const width = Math.max(...rows.map((row) => row.length));
  const cut = Array.from({ length: width }, (_, column) => {
    const cells = rows.flatMap((row) => row[column] ?? []);
    const short = cells.every((cell) => (RELATION.exec(cell)?.index ?? LONG) < LONG);
    return rows.length > 1 && cells.length === rows.length && short;
  });
  return rows.map((row) =>
    row.flatMap((text, column): FormulaRow => {
      if (!cut[column]) return [{ text }];
      const at = RELATION.exec(text)!.index;
      return [{ text: text.slice(0, at).trim(), flushRight: true }, { text: text.slice(at) }];
    }),
  );
}
