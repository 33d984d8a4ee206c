import { listed } from "#src/language/listed.ts";
import { say } from "#src/language/say.ts";
import { sentences } from "#src/language/sentences.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { Complex } from "#src/plotting/momentum-roots.ts";
import type { TableData } from "../DataTable.tsx";
import { thinned } from "../thinned.ts";
import type { PhaseModel } from "./model.ts";
import type { PhaseState } from "./state.ts";

/** What the run does, in a word of the text. */
export function behaviour({ regime, roots }: PhaseModel): string {
  if (regime === "over-damped") return roots[0].re < 0 ? say("hopping") : say("creeping");
  if (regime === "under-damped") return say("ringing");
  return regime === "critical"
    ? say("critical")
    : regime === "boundary"
      ? say("on the boundary")
      : say("divergent");
}

/** "0.9 ± 0.3i", or the two real roots. */
export function rootsInWords([first, second]: readonly [Complex, Complex]): string {
  if (first.im !== 0)
    return say("{first} ± {second}i", {
      first: fixed(first.re, 3),
      second: fixed(Math.abs(first.im), 3),
    });
  return listed([fixed(first.re, 3), fixed(second.re, 3)]);
}

/** Steps until the error is ten times smaller, from the rate. */
export function pace(rate: number): string {
  if (rate > 1)
    return say("grows tenfold every {steps} steps", {
      steps: significant(Math.log(10) / Math.log(rate), 3),
    });
  if (rate >= 1 - 1e-9) return say("neither shrinks nor grows");
  return say("shrinks tenfold every {steps} steps", {
    steps: significant(-Math.log(10) / Math.log(rate), 3),
  });
}

/** The state of the figure in two sentences. */
export function phaseSummary({ p, beta }: PhaseState, model: PhaseModel): string {
  const gone =
    model.diverged !== undefined && say("It diverged at step {step}.", { step: model.diverged });
  return sentences(
    say(
      "At ηλ = {product} and β = {beta} the run is {behaviour}: the roots are {roots}, the larger modulus is {modulus}, and the error {pace}.",
      {
        product: significant(p),
        beta: significant(beta),
        behaviour: behaviour(model),
        roots: rootsInWords(model.roots),
        modulus: fixed(model.rate, 4),
        pace: pace(model.rate),
      },
    ),
    gone,
  );
}

/** Position and velocity step by step. */
export function phaseTable({ series, orbit }: PhaseModel): TableData {
  return {
    caption: say("Position and velocity on ½x² from x = 1"),
    columns: ["t", "x", "v"],
    rows: thinned(series.length).map((t) => [
      String(t),
      significant(orbit[t]?.x ?? Number.NaN, 4),
      significant(orbit[t]?.y ?? Number.NaN, 4),
    ]),
  };
}
