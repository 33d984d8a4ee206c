import * as optim from "@downhill/optim";
import * as problems from "@downhill/optim/problems";
import { loaded, type Module, type Modules } from "./modules.ts";

/** What is heavy, and so is given by the place that the cells run in. */
export interface HeavyModules {
  readonly plot: Module;
  /** The data sets of the optimizer package. */
  readonly data: Module;
}

/** The modules of every cell. */
export function cellModules({ plot, data }: HeavyModules): Modules {
  return {
    "@downhill/optim": loaded(optim),
    "@downhill/optim/data": data,
    "@downhill/optim/problems": loaded(problems),
    "@observablehq/plot": plot,
  };
}
