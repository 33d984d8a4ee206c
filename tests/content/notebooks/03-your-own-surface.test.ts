import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  gradientDescent,
  newton,
  norm,
  objectiveFrom,
  readFormula,
  run,
  symmetricEigen,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { extractCells } from "#src/course/cells.ts";
import { prerender } from "#src/notebook/prerender.ts";
import { type Ledger, testLedger } from "../chapters/ledger.ts";
import { prose } from "../chapters/prose.ts";

const FILE = "03-your-own-surface.mdx";
const FORMULA = "sin(x) cos(y) + (x^2 + y^2)/20";
const source = readFileSync(
  resolve(import.meta.dirname, "../../../content/notebooks", FILE),
  "utf8",
);
const surface = objectiveFrom(readFormula(FORMULA, ["x", "y"]), 2);
const options = { steps: 500, gradientTolerance: 1e-6 };
const descent = run(gradientDescent({ learningRate: 0.1 }), surface, [-3, 1.6], options);
const low = descent.frames.at(-1)!;
const level = run(newton(), surface, [-3, 1.6], options).frames.at(-1)!;

const ledger: Ledger = [
  ["The lowest minimum is at $x=-1.428$ on the axis, with $f=-0.888$", [low.x[0]!, low.f]],
  [
    "From $(-3,1.6)$ gradient descent with the rate $0.1$ comes to the lowest minimum, in 139 steps",
    [-3, 1.6, 0.1, low.k],
  ],
  [
    "it is done after 3 steps, at $(-3.347,1.920)$, which is a saddle",
    [level.k, level.x[0]!, level.x[1]!],
  ],
];

describe("the numbers of the notebook on surfaces", () => {
  testLedger(prose(FILE, "notebooks"), ledger, new Set(["12.5"]));

  it("Newton's method ends at a saddle", () => {
    const { values } = symmetricEigen(surface.hessian!(level.x));
    expect(Math.sign(values[0]!) * Math.sign(values[1]!)).toBe(-1);
  });

  it("finds all thirteen critical points: six minima, six saddles, one maximum", async () => {
    expect(prose(FILE, "notebooks")).toContain(
      "Of the thirteen, six are minima, six are saddles and one is a maximum.",
    );
    const table = (await prerender(extractCells(source)))
      .get("critical")!
      .outputs.find((output) => output.kind === "table")!;
    const rows = table.rows.map(([kind, x, y]) => ({
      kind: kind!.text,
      at: vec(...[x, y].map((cell) => Number(cell!.full ?? cell!.text))),
    }));
    for (const { at } of rows) expect(norm(surface.gradient(at))).toBeLessThan(1e-8);
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
    expect([rows.length, count("minimum"), count("saddle"), count("maximum")]).toEqual([
      13, 6, 6, 1,
    ]);
    // By hand: cos x cos y = −x/10 and sin x sin y = y/10. On the axis y = 0 that is cos x = −x/10,
    // with the three roots of −5 … 5; the others come in pairs y, −y.
    const onAxis = rows.filter(({ at }) => at[1] === 0).map(({ at }) => at[0]!);
    expect(onAxis).toHaveLength(3);
    for (const x of onAxis) expect(Math.cos(x)).toBeCloseTo(-x / 10, 8);
  });
});
