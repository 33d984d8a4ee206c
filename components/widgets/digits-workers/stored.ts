import { initialState } from "../url-state.ts";
import type { Ending } from "./simulate.ts";
import endings from "./simulated.json" with { type: "json" };
import { keyOf, type WorkersState, workersFields } from "./state.ts";

/** What the simulation of a setting is known to end with before anything has run: that of the first state. */
export function storedEndings(state: WorkersState): readonly Ending[] {
  return keyOf(state) === keyOf(initialState(workersFields)) ? (endings as readonly Ending[]) : [];
}
