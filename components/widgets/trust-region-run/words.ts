import { sayCount } from "#src/language/say.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import type { TrustRun } from "./model.ts";
import type { TrustRunState } from "./state.ts";

/** How a ratio is read. */
export function ratioInWords(ratio: number): string {
  if (ratio > 1.25) return "better than promised";
  if (ratio > 0.75) return "as promised";
  if (ratio >= 0.25) return "fair";
  return ratio > 0.15 ? "poor: taken, but Δ shrinks" : "not taken, Δ shrinks";
}

/** The state of the figure in words. */
export function trustSummary(
  { x, y, radius, solver }: TrustRunState,
  run: TrustRun,
  t: number,
): string {
  const { steps, calls, converged } = run;
  const name = solver === "dogleg" ? "the dogleg" : "the best step";
  const rejected = steps.reduce((sum, { tries }) => sum + tries.length - 1, 0);
  const end = converged ? "arrives" : "has not arrived";
  const whole = `From ${pair(x, y, 1)} with Δ = ${significant(radius)}, ${name} ${end} after ${sayCount({ one: "{count} step", other: "{count} steps" }, steps.length)} with ${sayCount({ one: "{count} value", other: "{count} values" }, calls.f)} of f; ${rejected === 1 ? "1 try" : `${rejected} tries`} not taken.`;
  const step = steps[t - 1];
  if (step === undefined)
    return `${whole} At the start f = ${significant(run.values[0] as number)}.`;
  const tries = step.tries
    .map(
      ({ radius: r, ratio }) =>
        `Δ = ${significant(r, 3)}, ratio ${fixed(ratio, 2)}, ${ratioInWords(ratio)}`,
    )
    .join("; ");
  return `${whole} Step ${t}: ${tries}. Now f = ${significant(run.values[t] as number)}.`;
}

/** All steps. */
export function trustTable(run: TrustRun): TableData {
  return {
    caption: "The steps of the trust region",
    columns: ["k", "θ", "f", "Δ afterwards", "ratio", "tries"],
    rows: run.points.map(({ x, y }, k) => {
      const tries = run.steps[k - 1]?.tries ?? [];
      const taken = tries.at(-1);
      return [
        String(k),
        pair(x, y, 3),
        significant(run.values[k] as number, 3),
        significant(run.radii[k] as number, 3),
        taken === undefined ? "–" : fixed(taken.ratio, 2),
        taken === undefined ? "–" : String(tries.length),
      ];
    }),
  };
}
