import { cellsOf } from "#components/cell/cell-element.ts";
import { nameOf, type SharedCell, type SharedPage, sharedEdit } from "#src/sharing/shared-page.ts";
import { numbersOnPage } from "./exercise-numbers.ts";
import { pageName } from "./page-name.ts";

/**
 * What of the page is not as the author left it.
 * @param by who shares, as typed
 * @param only the id of one cell; default: all cells and the numbers of exercises
 */
export function gatherShared(by: string, only?: string): SharedPage {
  const cells = cellsOf(document)
    .filter(({ cellId }) => only === undefined || cellId === only)
    .map((cell): SharedCell => {
      const [original, source] = [cell.original(), cell.source()];
      const edit = source === original ? {} : { edit: sharedEdit(original, source) };
      return { id: cell.cellId, ...edit, settings: cell.settings() };
    })
    .filter(({ edit, settings }) => edit || settings.some((one) => one !== null));
  const name = nameOf(by);
  return {
    page: pageName(),
    ...(name && { by: name }),
    cells,
    numbers: only === undefined ? numbersOnPage(document) : {},
  };
}
