import { say, sayCount } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { TableData } from "../DataTable.tsx";
import { afterSteps, cubic, quintic, singularValues, type TwoByTwo } from "./model.ts";
import type { OrthogonalizeState } from "./state.ts";

/** The state of the figure in words. */
export function orthogonalizeSummary({ small, t }: OrthogonalizeState): string {
  const [first, second] = singularValues(small);
  return say(
    "Divided by its norm, the matrix has the singular values {first} and {second}. After {steps} they are {quinticFirst} and {quinticSecond}; the classical iteration comes to {cubicFirst} and {cubicSecond}.",
    {
      first: significant(first, 3),
      second: significant(second, 3),
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, t),
      quinticFirst: fixed(quintic(first, t), 3),
      quinticSecond: fixed(quintic(second, t), 3),
      cubicFirst: fixed(cubic(first, t), 3),
      cubicSecond: fixed(cubic(second, t), 3),
    },
  );
}

/** "0.83 −0.12; 0.44 0.91", row by row. */
export function matrixText([a, b, c, d]: TwoByTwo): string {
  const entry = (value: number) => fixed(value, 2);
  return `${entry(a)}  ${entry(b)} ; ${entry(c)}  ${entry(d)}`;
}

export const matrixNow = ({ small, t }: OrthogonalizeState) => matrixText(afterSteps(small, t));

const SHOWN = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** Both iterations at round singular values. */
export function orthogonalizeTable({ t }: OrthogonalizeState): TableData {
  return {
    caption: say("Singular values before and after {steps}", {
      steps: sayCount({ one: "{count} step", other: "{count} steps" }, t),
    }),
    columns: [say("before"), say("Muon’s"), say("classical")],
    rows: SHOWN.map((sigma) => [
      String(sigma),
      fixed(quintic(sigma, t), 3),
      fixed(cubic(sigma, t), 3),
    ]),
  };
}
