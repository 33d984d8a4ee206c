import type { Vec } from "@downhill/optim";
import type { Setting, Trial } from "../digits-tournament/trial.ts";
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
    }
  | { readonly ask: "trial"; readonly setting: Setting };

/** What a worker says to it. */
export type Answer =
  | { readonly say: "ready" }
  | { readonly say: "gradient"; readonly g: Vec }
  | { readonly say: "ending"; readonly ending: Ending }
  | { readonly say: "trial"; readonly trial: Trial }
  | { readonly say: "problem"; readonly words: string };
