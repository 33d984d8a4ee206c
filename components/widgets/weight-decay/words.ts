import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { TableData } from "../DataTable.tsx";
import { expected, type Fading } from "./model.ts";
import { STEPS, type WeightDecayState } from "./state.ts";

const ROWS = [0, 10, 100, 250, 500, 750, 1000, 1250, 1500, 1750, STEPS];

/** The state of the figure in words. */
export function weightDecaySummary(
  { omega, left, right }: WeightDecayState,
  sides: readonly [Fading, Fading],
  t: number,
): string {
  const said = [left, right].map((deviation, side) => {
    const { penalty, AdamW } = sides[side] as Fading;
    const at = (means: readonly number[]) => fixed(means[t] as number, 3);
    return say(
      "gradients of standard deviation {deviation}: {penalty} with the penalty, {decay} with AdamW",
      { deviation: significant(deviation), penalty: at(penalty), decay: at(AdamW) },
    );
  });
  return say(
    "Mean weights at step {t} with η = 0.001 and ω = {omega}: {weights}. Shrinking alone would leave {expected}.",
    {
      t,
      omega: significant(omega),
      weights: said.join("; "),
      expected: fixed(expected(omega, t), 3),
    },
  );
}

/** The means on both sides, step by step. */
export function weightDecayTable(
  { omega, left, right }: WeightDecayState,
  sides: readonly [Fading, Fading],
): TableData {
  const kinds = ["no decay", "penalty", "AdamW"] as const;
  return {
    caption: say("Mean weight of 200 runs after t steps"),
    columns: [
      "t",
      ...[left, right].flatMap((deviation) =>
        kinds.map((kind) => `${methodWords(kind)}, ${deviation}`),
      ),
      "(1 − ηω)ᵗ",
    ],
    rows: ROWS.map((t) => [
      String(t),
      ...sides.flatMap((side) => kinds.map((kind) => fixed(side[kind][t] as number, 4))),
      fixed(expected(omega, t), 4),
    ]),
  };
}
