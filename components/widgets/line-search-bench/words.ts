import { sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { asksFor, type Bench, curvatureConstant, type Trial, type Zone } from "./model.ts";
import { type BenchState, SEARCHES } from "./state.ts";

/** Where a step length leads. */
export function landing({ start, p }: Bench, alpha: number): number {
  return start + alpha * p;
}

/** "0.0330 to 0.1042, and 0.1486 to 0.1633", or "nowhere in the picture". */
export function zonesInWords(zones: readonly Zone[]): string {
  if (zones.length === 0) return "nowhere in the picture";
  return zones.map(([from, to]) => `${fixed(from, 4)} to ${fixed(to, 4)}`).join(", and ");
}

/** What the search makes of a trial. */
export function verdict(bench: Bench, { search, c1, c2 }: BenchState, trial: Trial): string {
  const { alpha, f, slope } = trial;
  const asks = asksFor(search);
  if (asks === "neither") {
    if (search === "golden-section") return "one more value to compare";
    return alpha === bench.found ? "close enough to a level place" : "not yet level";
  }
  const tooHigh = f > bench.f0 + c1 * alpha * bench.slope0;
  if (tooHigh) return "too high, above the line";
  const steep =
    asks === "both" && Math.abs(slope ?? 0) > curvatureConstant({ c1, c2 }) * -bench.slope0;
  if (steep) return "low enough, but too steep";
  return asks === "both" ? "low enough and flat enough, accepted" : "low enough, accepted";
}

/** The state of the figure in words. */
export function benchSummary(state: BenchState, bench: Bench, t: number): string {
  const name = SEARCHES.find(({ value }) => value === state.search)?.label ?? state.search;
  const { trials, found, failure, calls } = bench;
  const from = `From x = ${significant(state.start)} with p = ${significant(bench.p)}, ${name}`;
  const costs = [
    calls.f > 0 && sayCount({ one: "{count} value", other: "{count} values" }, calls.f),
    calls.g > 0 && sayCount({ one: "{count} slope", other: "{count} slopes" }, calls.g),
    calls.h > 0 &&
      sayCount({ one: "{count} second derivative", other: "{count} second derivatives" }, calls.h),
  ].filter(Boolean);
  const end =
    found === undefined
      ? `finds no step: ${failure}`
      : `takes α = ${significant(found)} after ${sayCount({ one: "{count} trial", other: "{count} trials" }, trials.length)} (${costs.join(", ")}), to x = ${significant(landing(bench, found))}`;
  const both = `Low enough and flat enough: ${zonesInWords(bench.both)}.`;
  const trial = trials[t - 1];
  if (trial === undefined) return `${from} ${end}. ${both}`;
  const now = `Trial ${t}, α = ${significant(trial.alpha)}, leads to x = ${significant(landing(bench, trial.alpha))} with φ = ${significant(trial.f)}: ${verdict(bench, state, trial)}`;
  return `${from} ${end}. ${now}. ${both}`;
}

/** All trials. */
export function benchTable(state: BenchState, bench: Bench): TableData {
  return {
    caption: "The trials",
    columns: ["trial", "α", "x", "φ(α)", "φ′(α)", "verdict"],
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
