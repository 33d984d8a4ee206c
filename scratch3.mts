import {tryOptimize} from "./content/exercises/your-optimizer/harness.ts";
import * as o from "@downhill/optim";
