import { listed } from "#src/language/listed.ts";
import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { asksFor, type Bench, curvatureConstant, type Trial, type Zone } from "./model.ts";
import { type BenchState, SEARCHES } from "./state.ts";

/** Where a step length leads. */
export function landing({ start, p }: Bench, alpha: number): number {
  return start + alpha * p;
}

/** "0.0330 to 0.1042 and 0.1486 to 0.1633", or "nowhere in the picture". */
export function zonesInWords(zones: readonly Zone[]): string {
  if (zones.length === 0) return say("nowhere in the picture");
  return listed(
    zones.map(([from, to]) => say("{from} to {to}", { from: fixed(from, 4), to: fixed(to, 4) })),
  );
}

/** What the search makes of a trial. */
export function verdict(bench: Bench, { search, c1, c2 }: BenchState, trial: Trial): string {
  const { alpha, f, slope } = trial;
  const asks = asksFor(search);
  if (asks === "neither") {
    if (search === "golden-section") return say("one more value to compare");
    return alpha === bench.found ? say("close enough to a level place") : say("not yet level");
  }
  const tooHigh = f > bench.f0 + c1 * alpha * bench.slope0;
  if (tooHigh) return say("too high, above the line");
  const steep =
    asks === "both" && Math.abs(slope ?? 0) > curvatureConstant({ c1, c2 }) * -bench.slope0;
  if (steep) return say("low enough, but too steep");
  return asks === "both"
    ? say("low enough and flat enough, accepted")
    : say("low enough, accepted");
}

/** The state of the figure in words. */
export function benchSummary(state: BenchState, bench: Bench, t: number): string {
  const name = SEARCHES.find(({ value }) => value === state.search)?.label ?? state.search;
  const { trials, found, failure, calls } = bench;
  const from = say("From x = {start} with p = {p}, {search}", {
    start: significant(state.start),
    p: significant(bench.p),
    search: name,
  });
  const costs = [
    calls.f > 0 && sayCount({ one: "{count} value", other: "{count} values" }, calls.f),
    calls.g > 0 && sayCount({ one: "{count} slope", other: "{count} slopes" }, calls.g),
    calls.h > 0 &&
      sayCount({ one: "{count} second derivative", other: "{count} second derivatives" }, calls.h),
  ].filter(Boolean);
  const end =
    found === undefined
      ? say("finds no step: {reason}", { reason: failure })
      : say("takes α = {alpha} after {trials} ({costs}), to x = {x}", {
          alpha: significant(found),
          trials: sayCount({ one: "{count} trial", other: "{count} trials" }, trials.length),
          costs: costs.join(", "),
          x: significant(landing(bench, found)),
        });
  const both = say("Low enough and flat enough: {intervals}.", {
    intervals: zonesInWords(bench.both),
  });
  const trial = trials[t - 1];
  if (trial === undefined) return `${from} ${end}. ${both}`;
  const now = say("Trial {t}, α = {alpha}, leads to x = {x} with φ = {phi}: {verdict}", {
    t,
    alpha: significant(trial.alpha),
    x: significant(landing(bench, trial.alpha)),
    phi: significant(trial.f),
    verdict: verdict(bench, state, trial),
  });
  return `${from} ${end}. ${now}. ${both}`;
}

/** All trials. */
export function benchTable(state: BenchState, bench: Bench): TableData {
  return {
    caption: say("The trials"),
    columns: [say("trial"), "α", "x", "φ(α)", "φ′(α)", say("verdict")],
    rows: bench.trials.map((trial, i) => [
      String(i + 1),
      significant(trial.alpha),
      significant(landing(bench, trial.alpha)),
      significant(trial.f),
      trial.slope === undefined ? "–" : significant(trial.slope),
      verdict(bench, state, trial),
    ]),
  };
}
