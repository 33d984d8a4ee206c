import {
  adam,
  bfgs,
  gradientDescent,
  type Method,
  momentum,
  objectiveFrom,
  prodigy,
  readFormula,
  run,
  trustRegion,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "../chapters/ledger.ts";
import { prose } from "../chapters/prose.ts";

const course = objectiveFrom(readFormula("(1 - x)^2 + 10(y - x^2)^2", ["x", "y"]), 2);
const himmelblau = objectiveFrom(
  readFormula("(x^2 + y - 11)^2/50 + (x + y^2 - 7)^2/50", ["x", "y"]),
  2,
);
const last = (method: Method) =>
  run(method, course, [-1, 2], { steps: 5000, gradientTolerance: 1e-4 }).frames.at(-1)!;
const newtonLike = last(bfgs());

const ledger: Ledger = [
  [
    "From $(-1,2)$ the trust region needs 13 steps and BFGS 19, for which it looks at 26 gradients",
    [-1, 2, last(trustRegion()).k, newtonLike.k, newtonLike.calls.g],
  ],
  [
    "Prodigy with 202 steps, momentum with 267, Adam with 489 and gradient descent with 2126",
    [
      last(prodigy()).k,
      last(momentum({ learningRate: 0.005, beta: 0.9 })).k,
      last(adam({ learningRate: 0.1 })).k,
      last(gradientDescent({ learningRate: 0.01 })).k,
    ],
  ],
  [
    "at three times its rate Adam would be ahead of Prodigy, with 201 steps",
    [last(adam({ learningRate: 0.3 })).k],
  ],
];

describe("the numbers of the notebook on races", () => {
  testLedger(prose("04-race.mdx", "notebooks"), ledger, new Set(["12.5", "50", "100"]));

  it("gradient descent diverges at three times its rate", () => {
    const { outcome } = run(gradientDescent({ learningRate: 0.03 }), course, [-1, 2]);
    expect(outcome.kind).toBe("diverged");
  });

  it("the third function to try has its minima outside of the window", () => {
    for (const [x, y] of [
      [3, 2],
      [-2.805118, 3.131312],
      [-3.77931, -3.283186],
      [3.584428, -1.848126],
    ] as const) {
      expect(himmelblau.value(Float64Array.of(x, y))).toBeCloseTo(0, 8);
      expect(Math.abs(x) > 2.5 || y < -1.5 || y > 2.5).toBe(true);
    }
  });
});
