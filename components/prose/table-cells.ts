import { parseHTML } from "linkedom";

/** A drawn table as the HTML of its cells. */
export interface TableCells {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the Markdown table that stands in a component.
 *
 * @param html the rendered slot
 * @param component named in errors
 * @param columns how many the component shows
 * @throws Error when there is no table, more than one, or one of another width
 */
export function tableCells(html: string, component: string, columns: number): TableCells {
  const { document } = parseHTML(`<body>${html}</body>`);
  const tables = [...document.querySelectorAll("table")];
  const [table] = tables;
  if (!table || tables.length > 1)
    throw new Error(`${component}: one Markdown table has to stand in it, got ${tables.length}.`);
  const cellsOf = (row: Element) =>
    [...row.querySelectorAll("th, td")].map((cell) => cell.innerHTML.trim());
  const [head = [], ...rows] = [...table.querySelectorAll("tr")].map(cellsOf);
  if (head.length !== columns)
    throw new Error(`${component}: its table has ${columns} columns, got ${head.length}.`);
  return { head, rows };
}
