import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { meanGradient, type RareRun } from "./model.ts";
import { type RareGradientsState, STEPS } from "./state.ts";

const MILESTONES = [100, 1000, 10_000, 100_000, STEPS];
const count = (t: number) => t.toLocaleString("en");

/** The state of the figure in words. */
export function rareSummary({ when, beta2 }: RareGradientsState, runs: readonly RareRun[]): string {
  const how =
    when === "every" ? say("in every 101st step") : say("at random, once in a hundred steps");
  const mean = significant(meanGradient(when), 2);
  const places = runs.map(({ name, xs }) => {
    const at = MILESTONES.slice(1).map((t) => fixed(xs[t] as number, 3));
    return say("{method} is at {positions}", {
      method: methodWords(name),
      positions: at.join(", "),
    });
  });
  return say(
    "The large gradient comes {frequency}; the mean gradient is {mean}. With β₂ = {beta2}, after 1000, 10,000, 100,000 and 200,000 steps: {positions}.",
    { frequency: how, mean, beta2: significant(beta2), positions: places.join("; ") },
  );
}

/** Positions of both at powers of ten, and how they divide their time. */
export function rareTable(runs: readonly RareRun[]): TableData {
  const share = (xs: Float64Array, inside: (x: number) => boolean) =>
    `${fixed((100 * xs.filter(inside).length) / xs.length, 0)} %`;
  return {
    caption: say("Positions after t steps, and the share of all steps spent near each end"),
    columns: [
      say("method"),
      ...MILESTONES.map((t) => `t = ${count(t)}`),
      say("left of −0.5"),
      say("right of 0.5"),
    ],
    rows: runs.map(({ name, xs }) => [
      name,
      ...MILESTONES.map((t) => fixed(xs[t] as number, 4)),
      share(xs, (x) => x < -0.5),
      share(xs, (x) => x > 0.5),
    ]),
  };
}
