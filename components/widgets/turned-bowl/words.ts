import type { Matrix } from "@downhill/optim";
import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { type BowlRun, type TurnedModel, turnedModel } from "./model.ts";
import { CURVATURES } from "./state.ts";

/** "κ = 25: 173 steps". */
export function verdict({ kappa, steps }: BowlRun): string {
  return sayCount(
    { one: "κ = {kappa}: {steps} step", other: "κ = {kappa}: {steps} steps" },
    steps,
    {
      kappa: significant(kappa, 3),
      steps,
    },
  );
}

/** The rows of a matrix: "(13, 12; 12, 13)". */
export function matrixInWords(H: Matrix): string {
  return `(${H.map((row) => [...row].map((entry) => fixed(entry, 2).replace(/\.00$/, "")).join(", ")).join("; ")})`;
}

/** The state of the figure in a few sentences. */
export function turnedSummary(angle: number, { before, after }: TurnedModel): string {
  const [mu, L] = CURVATURES;
  return say(
    "The bowl with curvatures {smallest} and {largest}, turned clockwise by {angle}°, has κ = {kappa}; at its best rate gradient descent needs {steps} to come a million times closer. After diagonal scaling κ = {scaledKappa} and it needs {scaledSteps}.",
    {
      smallest: mu,
      largest: L,
      angle: significant(angle),
      kappa: significant(before.kappa, 3),
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, before.steps),
      scaledKappa: significant(after.kappa, 3),
      scaledSteps: sayCount({ one: "{count} step", other: "{count} steps" }, after.steps),
    },
  );
}

const ANGLES = [0, 5, 10, 15, 20, 30, 40, 45, 60, 75, 90];

/** What scaling buys at some angles. */
export function turnedTable(): TableData {
  return {
    caption: say("Condition number and steps, before and after diagonal scaling"),
    columns: [
      say("angle"),
      say("κ before"),
      say("κ after"),
      say("steps before"),
      say("steps after"),
    ],
    rows: ANGLES.map((angle) => {
      const { before, after } = turnedModel(angle);
      return [
        String(angle),
        significant(before.kappa, 4),
        significant(after.kappa, 4),
        String(before.steps),
        String(after.steps),
      ];
    }),
  };
}
