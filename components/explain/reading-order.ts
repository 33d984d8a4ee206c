/**
 * Symbols of a drawn equation as one reads them: row by row, from left to right, a numerator before
 * its denominator. KaTeX draws aligned rows column by column, and denominators first.
 */
export function inReadingOrder(equation: Element, symbols: readonly Element[]): readonly Element[] {
  const columns = [...equation.querySelectorAll(COLUMN)];
  return symbols
    .map((symbol) => {
      const { left, top } = symbol.getBoundingClientRect();
      return { symbol, row: rowOf(columns, symbol), left, top };
    })
    .toSorted((a, b) => a.row - b.row || a.left - b.left || a.top - b.top)
    .map(({ symbol }) => symbol);
}

/** The list of rows in a column of a table. */
const COLUMN = ".mtable > [class^='col-align'] > .vlist-t > .vlist-r > .vlist";

/** Row in the outermost table; 0 where there is none. */
function rowOf(columns: readonly Element[], symbol: Element): number {
  const column = columns.find((one) => one.contains(symbol));
  return column ? [...column.children].findIndex((row) => row.contains(symbol)) : 0;
}
