/**
 * "Figure 6.3", for a figure of a chapter; elsewhere a figure has no number. The build counts the
 * chapters' figures; in the browser the page says it already, and no chapter enters the bundle.
 *
 * @param id of the figure
 */
export const figureNumber: (id: string) => string | undefined = import.meta.env.SSR
  ? (await import("./numbered-figures.ts")).numberedFigure
  : (id) =>
      document.querySelector(`#${CSS.escape(id)} > .widget-title > a`)?.textContent ?? undefined;
