import { farewell } from "./farewell.ts";
import type { WorkerScope } from "./worker-scope.ts";

farewell(self as unknown as WorkerScope);
