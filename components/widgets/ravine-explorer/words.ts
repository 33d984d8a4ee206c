import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { ExplorerModel } from "./model.ts";
import { type ExplorerState, STEPS } from "./state.ts";

/** How the run ends, in a few words: "loss 3.9 × 10⁻⁴ after 60 steps". */
export function ending({ losses, diverged }: ExplorerModel): string {
  if (diverged !== undefined) return say("diverged at step {step}", { step: diverged });
  return say("loss {loss} after {steps} steps", {
    loss: significant(losses.at(-1) as number, 3),
    steps: STEPS,
  });
}

/** What the two factors make of the run. */
function behaviour({ factors }: ExplorerModel): string {
  const across = Math.abs(factors.across);
  if (Math.abs(across - 1) < 1e-12 && factors.across < 0)
    return say("it bounces from wall to wall for ever");
  if (across > 1) return say("the bounces across grow");
  const slowest =
    across > Math.abs(factors.floor) ? say("across the ravine") : say("along the floor");
  if (Math.abs(across - Math.abs(factors.floor)) < 1e-12)
    return say("both directions are equally slow");
  return say("it is slowest {direction}", { direction: slowest });
}

/** The state of the figure in a few sentences. */
export function explorerSummary(state: ExplorerState, model: ExplorerModel, t: number): string {
  const { kappa, eta, angle } = state;
  const { factors, points } = model;
  const at = points[t];
  return sentences(
    say(
      "In the bowl with curvatures 1 and {curvature}, turned by {angle}°, gradient descent with η = {eta} has the factors {floor} along the floor and {across} across: {behaviour}; {ending}.",
      {
        curvature: significant(kappa),
        angle: significant(angle),
        eta: significant(eta),
        floor: fixed(factors.floor, 3),
        across: fixed(factors.across, 3),
        behaviour: behaviour(model),
        ending: ending(model),
      },
    ),
    at && say("At step {t} it is at {point}.", { t, point: pair(at.x, at.y) }),
  );
}

/** Positions and losses of the run. */
export function explorerTable(model: ExplorerModel): TableData {
  const { points, losses, floorLosses, acrossLosses } = model;
  return {
    caption: say("Positions, and the loss in its two parts"),
    columns: ["t", say("position"), say("loss"), say("of it along the floor"), say("across")],
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
