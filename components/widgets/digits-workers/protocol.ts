import type { Vec } from "@downhill/optim";
import type { Digits } from "./packed.ts";
import type { Ending } from "./simulate.ts";
import type { Mode, WorkersState } from "./state.ts";

/** What the page asks a worker, one question at a time. */
export type Question =
  | { readonly ask: "learn"; readonly digits: Digits }
  | { readonly ask: "gradient"; readonly x: Vec; readonly rows: readonly number[] }
  | {
      readonly ask: "simulate";
      readonly state: WorkersState;
      readonly mode: Mode;
      readonly workers: number;
    };

/** What a worker says to it. */
export type Answer =
  | { readonly say: "ready" }
  | { readonly say: "gradient"; readonly g: Vec }
  | { readonly say: "ending"; readonly ending: Ending }
  | { readonly say: "problem"; readonly words: string };
