import type { Marker } from "./marker.ts";

/** What is drawn, and may be drawn anew. */
export const DRAWING = ".widget, .cell-output";

/** A formula in running text; one in a link or on a control has its own use. */
const FORMULA = ".prose .katex";
const USED = ".equation, a, button, label, summary, .widget, downhill-exercise, .explain-card";

/**
 * Marks what the pointer reaches before anything else hears of it: formulas in running text, of which
 * there are hundreds, and figures and the code of cells, which may have come anew.
 */
export function markOnReach(marker: Marker): void {
  const marked = new WeakSet<Element>();
  const reach = (target: EventTarget | null) => {
    if (!(target instanceof Element)) return;
    const drawing = target.closest("svg")?.closest(DRAWING);
    if (drawing) marker.drawing(drawing);
    const cell = target.closest(".cell-code")?.parentElement;
    if (cell && !cell.querySelector(".cell-code [data-symbol]")) marker.code(cell);
    const formula = target.closest(FORMULA);
    if (!formula || marked.has(formula) || formula.closest(USED)) return;
    marked.add(formula);
    formula.classList.add("explained");
    marker.formula(formula);
  };
  for (const name of ["pointerover", "pointerdown"] as const)
    document.addEventListener(name, ({ target }) => reach(target), { capture: true });
  reach([...document.querySelectorAll(":hover")].at(-1) ?? null);
}
