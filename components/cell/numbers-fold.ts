import { markup } from "#src/notebook/markup.ts";
import type { Output } from "#src/notebook/output.ts";

/** Which folds of a cell are open: a run that replaces the outputs leaves them so. */
const open = new WeakMap<HTMLElement, Set<number>>();

/**
 * Has the numbers of drawings come into the page when their fold is opened.
 * @param outputs those of the run that are shown in the container
 */
export function unfoldNumbers(container: HTMLElement, outputs: readonly Output[]): void {
  const tables = outputs.flatMap((one) => (one.kind === "svg" && one.numbers ? [one.numbers] : []));
  const opened = open.get(container) ?? new Set();
  open.set(container, opened);
  const folds = container.querySelectorAll<HTMLDetailsElement>("[data-numbers]");
  for (const [index, fold] of [...folds].entries()) {
    const unfold = () => {
      if (fold.open) opened.add(index);
      else opened.delete(index);
      if (fold.open && fold.childElementCount === 1)
        fold.insertAdjacentHTML("beforeend", markup(tables[index]!));
    };
    fold.addEventListener("toggle", unfold);
    fold.open = opened.has(index);
    unfold();
  }
}
