/** Stands for whatever Plot would have given, where it is not installed. */
export const notDrawn: unknown = new Proxy(class {}, {
  get: (_, key) => (typeof key === "symbol" || key === "then" ? undefined : notDrawn),
  apply: () => notDrawn,
  construct: () => notDrawn as object,
});

/** Observable Plot, drawing on a document of its own. */
async function bringPlot() {
  try {
    const plot = await import("@observablehq/plot");
    const { parseHTML } = await import("linkedom");
    const { document } = parseHTML("<!doctype html><html><body></body></html>");
    const look = { document, width: 560, style: { fontSize: "13px" } };
    const draw = (options: object) => plot.plot({ ...look, ...options });
    const legend = (options: object) => plot.legend({ document, ...options } as never);
    const drawMark = function (this: unknown, options?: { marks?: readonly unknown[] }) {
      return draw({ ...options, marks: [...(options?.marks ?? []), this] });
    };
    Object.assign(plot.Mark.prototype, { plot: drawMark });
    return { ...plot, plot: draw, legend };
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_MODULE_NOT_FOUND") throw error;
    return notDrawn as typeof import("@observablehq/plot");
  }
}

export const Plot = await bringPlot();

export function isDrawing(value: unknown): value is Element {
  return (
    value === notDrawn || (typeof value === "object" && value !== null && "outerHTML" in value)
  );
}
