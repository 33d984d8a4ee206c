/**
 * Makes all `[data-at]` of a table one stop of the tab key: arrows, Home and End go from one to the
 * next, with Ctrl to the first and last row.
 */
export function moveWithin(table: HTMLElement): void {
  const rows = [...table.querySelectorAll("tr")].map((row) => [
    ...row.querySelectorAll<HTMLElement>("[data-at]"),
  ]);
  const first = rows[1]?.[0] ?? rows[0]?.[0];
  if (first) first.tabIndex = 0;
  table.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches("[data-at]")) return;
    for (const one of table.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]'))
      one.tabIndex = -1;
    target.tabIndex = 0;
  });
  table.addEventListener("keydown", (event) => {
    const at = placeOf(rows, event.target);
    const to = at && next(rows, at, event);
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The column is that of the table's cell, since not every cell of a row can be pressed. */
function placeOf(rows: readonly HTMLElement[][], target: EventTarget | null): Place | undefined {
  const row = rows.findIndex((one) => one.includes(target as HTMLElement));
  return row < 0 ? undefined : { row, column: rows[row]?.indexOf(target as HTMLElement) ?? 0 };
}

function next(
  rows: readonly HTMLElement[][],
  { row, column }: Place,
  { key, ctrlKey }: KeyboardEvent,
): HTMLElement | undefined {
  const last = (rows[row]?.length ?? 1) - 1;
  switch (key) {
    case "ArrowRight":
      return rows[row]?.[column + 1];
    case "ArrowLeft":
      return rows[row]?.[column - 1];
    case "ArrowDown":
      return below(rows, { row, column }, row + 1);
    case "ArrowUp":
      return below(rows, { row, column }, row - 1);
    case "Home":
      return rows[ctrlKey ? 0 : row]?.[0];
    case "End":
      return ctrlKey ? rows.at(-1)?.at(-1) : rows[row]?.[last];
    default:
      return undefined;
  }
}

/** The button of another row in the same column of the table, or the nearest one before it. */
function below(rows: readonly HTMLElement[][], from: Place, to: number): HTMLElement | undefined {
  const wanted = columnOf(rows[from.row]?.[from.column]);
  const others = rows[to] ?? [];
  return others.findLast((one) => columnOf(one) <= wanted) ?? others[0];
}

const columnOf = (one: HTMLElement | undefined) =>
  one?.closest<HTMLTableCellElement>("td, th")?.cellIndex ?? 0;
