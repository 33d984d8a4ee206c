import * as optim from "@downhill/optim";
import * as problems from "@downhill/optim/problems";
import { loaded, type Module, type Modules } from "./modules.ts";

/** The modules of every cell; Plot is given by the place the cells run in, since it is heavy. */
export function cellModules(plot: Module): Modules {
  return {
    "@downhill/optim": loaded(optim),
    "@downhill/optim/problems": loaded(problems),
    "@observablehq/plot": plot,
  };
}
