import { say, sayCount } from "#src/language/say.ts";
import { pair, significant } from "#src/plotting/digits.ts";
import type { Curvatures } from "#src/plotting/plane.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import { bendsUp, inverseOf, type Learned } from "./model.ts";
import type { SecantState } from "./state.ts";

/** "0.782, 0.394, 0.327": the entries of a symmetric matrix of two rows. */
export function entries({ xx, xy, yy }: Curvatures): string {
  return [xx, xy, yy].map((entry) => significant(entry, 3)).join(", ");
}

/** The state of the figure in words. */
export function secantSummary(
  { surface, x, y }: SecantState,
  run: readonly Learned[],
  t: number,
): string {
  const now = run[t] as Learned;
  const where = surface === "bowl" ? say("On the bowl") : say("On Rosenbrock’s valley");
  const truth = bendsUp(now.truth)
    ? say("the inverse Hessian here has {entries}", { entries: entries(inverseOf(now.truth)) })
    : say("the Hessian here is not positive definite, so there is no true ellipse");
  const met =
    now.seen === undefined
      ? say("B is the identity and its ellipse a circle")
      : say(
          "B has the entries {entries}; its ellipse goes through the last step δ, scaled to δᵀy = 1",
          { entries: entries(now.B) },
        );
  return say(
    "{surface} from {start}. After {steps} at {point}, f = {f}: {approximation}; {inverse}.",
    {
      surface: where,
      start: pair(x, y, 1),
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, t),
      point: pair(now.at.x, now.at.y, 3),
      f: significant(now.f, 3),
      approximation: met,
      inverse: truth,
    },
  );
}

/** The matrix after each step. */
export function secantTable(run: readonly Learned[]): TableData {
  return {
    caption: say("What BFGS has learned after t steps"),
    columns: ["t", "θ", "f", "α", "B: 11, 12, 22", say("inverse of H: 11, 12, 22")],
    rows: thinned(run.length).map((t) => {
      const { at, f, stepLength, B, truth } = run[t] as Learned;
      return [
        String(t),
        pair(at.x, at.y, 3),
        significant(f, 3),
        stepLength === undefined ? "–" : significant(stepLength, 3),
        entries(B),
        entries(inverseOf(truth)),
      ];
    }),
  };
}
