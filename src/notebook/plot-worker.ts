import { plotModule } from "./plot.ts";

/** Bundled apart from the worker and run in it when a cell first imports Plot. */
(globalThis as { downhillPlot?: unknown }).downhillPlot = plotModule;
