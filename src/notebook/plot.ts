import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom/worker";
import type { Namespace } from "./modules.ts";
import { NUMBERS, plotNumbers, rememberChannels } from "./plot-numbers.ts";
import { plotInWords } from "./plot-words.ts";

/** What a cell's drawing starts from: letters of 13 px that are still 11 px tall on a phone. */
const defaults: Plot.PlotOptions = { width: 560, style: { fontSize: "13px" } };

/**
 * Observable Plot for a place without a page: it draws on a document of its own, so that a cell
 * writes `Plot.plot({ … })` exactly as anywhere else.
 */
export function plotModule(): Namespace {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const plot: typeof Plot.plot = (options) =>
    named(Plot.plot({ document, ...defaults, ...options } as Plot.PlotOptions), options);
  const legend: typeof Plot.legend = (options) =>
    Plot.legend({ document, ...options } as Plot.LegendOptions);
  // `Plot.dot(…).plot()` reaches the drawing function from inside the library.
  const drawMark = function (this: Plot.Markish, options?: Plot.PlotOptions) {
    return plot({ ...options, marks: [...(options?.marks ?? []), this] });
  };
  Object.assign(Plot.Mark.prototype, { plot: drawMark });
  rememberChannels(Plot.Mark);
  return { ...Plot, plot, legend };
}

/**
 * One image with one name, which says what is drawn unless the option `ariaLabel` does: Plot names
 * every layer instead ("dot", "x-axis tick"), which a screen reader would read out and elements
 * without a role may not have.
 */
function named(
  drawing: ReturnType<typeof Plot.plot>,
  options: Plot.PlotOptions = {},
): ReturnType<typeof Plot.plot> {
  const svg = drawing.localName === "svg" ? drawing : drawing.querySelector("svg");
  for (const layer of drawing.querySelectorAll("g[aria-label]"))
    layer.removeAttribute("aria-label");
  svg?.setAttribute("role", "img");
  if (!svg?.getAttribute("aria-label"))
    svg?.setAttribute("aria-label", plotInWords(options, drawing));
  return Object.assign(drawing, { [NUMBERS]: plotNumbers(options.marks) });
}
