import { say } from "#src/language/say.ts";
import { cellModules } from "#src/notebook/cell-modules.ts";
import { loaded, loadedWhenNeeded, type Module, type Modules } from "#src/notebook/modules.ts";
import * as property from "./property.ts";

/** What an answer, a solution and a check may import. */
export const gradingModules: Modules = {
  ...cellModules({ plot: absent(say("Plot is not")), data: absent(say("The data sets are not")) }),
  "#src/grading/property.ts": loaded(property),
};

/** A module that would be much to load for every answer. */
function absent(subject: string): Module {
  return loadedWhenNeeded(() => Promise.reject(new Error(`${subject} available in an exercise.`)));
}
