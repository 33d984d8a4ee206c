import { gradientDescent, linearRegression, run, symmetricEigen } from "@downhill/optim";
import { iris } from "@downhill/optim/data";
import { describe } from "vitest";
import { type Ledger, testLedger } from "../chapters/ledger.ts";
import { prose } from "../chapters/prose.ts";

const { X, y } = iris();
const zero = new Float64Array(2);

/** Slope and intercept of the best line, by the formulas with means, not by the normal equations. */
function line(rows: readonly Float64Array[]): { readonly slope: number; readonly at0: number } {
  const mean = (of: (row: Float64Array) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const [length, width] = [mean((row) => row[2]!), mean((row) => row[3]!)];
  const slope =
    mean((row) => (row[2]! - length) * (row[3]! - width)) / mean((row) => (row[2]! - length) ** 2);
  return { slope, at0: width - slope * length };
}

const all = line(X);
const [setosa, versicolor, virginica] = [0, 1, 2].map((kind) =>
  line(X.filter((_, i) => y[i] === kind)),
);
const widths = X.map((row) => row[3]!);
const inCm = linearRegression(
  X.map((row) => [row[2]!]),
  widths,
);
const [mu, L] = symmetricEigen(inCm.hessian!(zero)).values as unknown as [number, number];
const descent = run(gradientDescent({ learningRate: 1 / L }), inCm, [0, 0], {
  steps: 3000,
  gradientTolerance: 1e-9,
});

const ledger: Ledger = [
  ["with $0.416$ cm of width, and the line meets the axis at $-0.363$", [all.slope, all.at0]],
  ["Here $\\kappa=105.2$", [L / mu]],
  ["for $\\kappa=105.2$", [L / mu]],
  ["takes 1901 steps in centimetres", [descent.frames.at(-1)!.k]],
  [
    "setosa alone has the slope $0.20$, to versicolor alone $0.33$, to virginica alone $0.16$, each flatter than the $0.416$",
    [setosa!.slope, versicolor!.slope, virginica!.slope, all.slope],
  ],
];

describe("the numbers of the notebook on a line", () => {
  testLedger(prose("01-fit-a-line.mdx", "notebooks"), ledger, new Set(["50", "150"]));
});
