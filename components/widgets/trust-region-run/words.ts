import { say, sayCount } from "#src/language/say.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import type { TrustRun } from "./model.ts";
import type { TrustRunState } from "./state.ts";

/** How a ratio is read. */
export function ratioInWords(ratio: number): string {
  if (ratio > 1.25) return say("better than promised");
  if (ratio > 0.75) return say("as promised");
  if (ratio >= 0.25) return "fair";
  return ratio > 0.15 ? say("poor: taken, but Δ shrinks") : say("not taken, Δ shrinks");
}

/** The state of the figure in words. */
export function trustSummary(
  { x, y, radius, solver }: TrustRunState,
  run: TrustRun,
  t: number,
): string {
  const { steps, calls, converged } = run;
  const name = solver === "dogleg" ? say("the dogleg") : say("the best step");
  const rejected = steps.reduce((sum, { tries }) => sum + tries.length - 1, 0);
  const end = converged ? "arrives" : say("has not arrived");
  const whole = sayCount(
    {
      one: "From {point} with Δ = {radius}, {method} {ending} after {steps} with {values} of f; 1 try not taken.",
      other:
        "From {point} with Δ = {radius}, {method} {ending} after {steps} with {values} of f; {count} tries not taken.",
    },
    rejected,
    {
      point: pair(x, y, 1),
      radius: significant(radius),
      method: methodWords(name),
      ending: end,
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, steps.length),
      values: sayCount({ one: "{count} value", other: "{count} values" }, calls.f),
    },
  );
  const step = steps[t - 1];
  if (step === undefined)
    return say("{summary} At the start f = {f}.", {
      summary: whole,
      f: significant(run.values[0] as number),
    });
  const tries = step.tries
    .map(({ radius: r, ratio }) =>
      say("Δ = {radius}, ratio {ratio}, {verdict}", {
        radius: significant(r, 3),
        ratio: fixed(ratio, 2),
        verdict: ratioInWords(ratio),
      }),
    )
    .join("; ");
  return say("{summary} Step {t}: {tries}. Now f = {f}.", {
    summary: whole,
    t,
    tries,
    f: significant(run.values[t] as number),
  });
}

/** All steps. */
export function trustTable(run: TrustRun): TableData {
  return {
    caption: say("The steps of the trust region"),
    columns: ["k", "θ", "f", say("Δ afterwards"), say("ratio"), say("tries")],
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
