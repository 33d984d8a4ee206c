import { cellModules } from "#src/notebook/cell-modules.ts";
import { loaded, loadedWhenNeeded, type Modules } from "#src/notebook/modules.ts";
import * as property from "./property.ts";

/** What an answer, a solution and a check may import. */
export const gradingModules: Modules = {
  ...cellModules(
    loadedWhenNeeded(() => Promise.reject(new Error("Plot is not available in an exercise."))),
  ),
  "#src/grading/property.ts": loaded(property),
};
