import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { ExplorerModel } from "./model.ts";
import { type ExplorerState, STEPS } from "./state.ts";

/** How the run ends, in a few words: "loss 3.9 × 10⁻⁴ after 60 steps". */
export function ending({ losses, diverged }: ExplorerModel): string {
  if (diverged !== undefined) return `diverged at step ${diverged}`;
  return `loss ${significant(losses.at(-1) as number, 3)} after ${STEPS} steps`;
}

/** What the two factors make of the run. */
function behaviour({ factors }: ExplorerModel): string {
  const across = Math.abs(factors.across);
  if (Math.abs(across - 1) < 1e-12 && factors.across < 0)
    return "it bounces from wall to wall for ever";
  if (across > 1) return "the bounces across grow";
  const slowest = across > Math.abs(factors.floor) ? "across the ravine" : "along the floor";
  if (Math.abs(across - Math.abs(factors.floor)) < 1e-12) return "both directions are equally slow";
  return `it is slowest ${slowest}`;
}

/** The state of the figure in a few sentences. */
export function explorerSummary(state: ExplorerState, model: ExplorerModel, t: number): string {
  const { kappa, eta, angle } = state;
  const { factors, points } = model;
  const at = points[t];
  const where = at === undefined ? "" : ` At step ${t} it is at ${pair(at.x, at.y)}.`;
  return `In the bowl with curvatures 1 and ${significant(kappa)}, turned by ${significant(angle)}°, gradient descent with η = ${significant(eta)} has the factors ${fixed(factors.floor, 3)} along the floor and ${fixed(factors.across, 3)} across: ${behaviour(model)}; ${ending(model)}.${where}`;
}

/** Positions and losses of the run. */
export function explorerTable(model: ExplorerModel): TableData {
  const { points, losses, floorLosses, acrossLosses } = model;
  return {
    caption: "Positions, and the loss in its two parts",
    columns: ["t", "position", "loss", "of it along the floor", "across"],
    rows: thinned(points.length).map((t) => {
      const { x, y } = points[t] as { x: number; y: number };
      const parts = [losses, floorLosses, acrossLosses];
      return [
        String(t),
        pair(x, y, 3),
        ...parts.map((values) => significant(values[t] as number, 4)),
      ];
    }),
  };
}
