import {
  adagrad,
  bowl,
  descend,
  exactQuadratic,
  gradientDescent,
  linearRegression,
  type Matrix,
  norm,
  rosenbrock,
  run,
  steepestDescent,
  symmetricEigen,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "./ledger.ts";
import { asPrinted, prose, scientific } from "./prose.ts";

const text = prose("03-conditioning.mdx");

const rate = (kappa: number) => (kappa - 1) / (kappa + 1);
const stepsAtBest = (kappa: number) => Math.ceil(Math.log(1e6) / Math.log1p(2 / (kappa - 1)));
const kappaOf = (H: Matrix) => {
  const sizes = [...symmetricEigen(H).values].map(Math.abs);
  return Math.max(...sizes) / Math.min(...sizes);
};
const matrix = (...rows: readonly (readonly number[])[]): Matrix =>
  rows.map((row) => Float64Array.from(row));

/** Loss after 60 steps in the ravine of the first figure. */
const after60 = (eta: number) =>
  run(gradientDescent({ learningRate: eta }), bowl([1, 20]), [-8, 1.5], { steps: 60 }).frames[60]!
    .f;

/** The loss on the curvatures 0.01, 0.1 and 1 from (1, 1, 1). */
const three = (eta: number, t: number) =>
  run(gradientDescent({ learningRate: eta }), bowl([0.01, 0.1, 1]), [1, 1, 1], { steps: t }).frames[
    t
  ]!;
const BEST = 2 / 1.01;

/** Steps from (1, 1) until the distance is a millionth. */
function stepsFor(kappa: number, eta: number): number {
  const until = ({ x }: { readonly x: Float64Array }) => norm(x) <= 1e-6 * Math.SQRT2;
  const { frames } = run(gradientDescent({ learningRate: eta }), bowl([1, kappa]), [1, 1], {
    steps: 20_000,
    until,
  });
  return frames.length - 1;
}
const best = (kappa: number) => stepsFor(kappa, 2 / (1 + kappa));
const safe = (kappa: number) => stepsFor(kappa, 1 / kappa);

const zigzag = run(descend(steepestDescent, exactQuadratic), bowl([1, 20]), [20, 1], {
  steps: 8,
}).frames;

const area = [50, 65, 80, 95, 120, 150];
const age = [30, 5, 22, 12, 40, 8];
const rooms = [1, 2, 3, 3, 4, 5];
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
function standardized(list: readonly number[]): readonly number[] {
  const middle = mean(list);
  const spread = Math.sqrt(mean(list.map((entry) => (entry - middle) ** 2)));
  return list.map((entry) => (entry - middle) / spread);
}
/** A column divided by its root mean square. */
function atOneSize(column: readonly number[]): number[] {
  const size = Math.sqrt(column.reduce((sum, entry) => sum + entry ** 2, 0) / column.length);
  return column.map((entry) => entry / size);
}

function regression(columns: readonly (readonly number[])[], bias = false): number {
  const rows = columns[0]!.map((_, row) => columns.map((column) => column[row]!));
  const model = linearRegression(
    rows,
    rows.map(() => 0),
    { bias },
  );
  return kappaOf(model.hessian!(new Float64Array(model.dim)));
}
const correlation = mean(standardized(area).map((entry, row) => entry * standardized(rooms)[row]!));

/** 1, z, …, z^degree at 21 points from low to 1. */
function powers(degree: number, low: number, change = (list: readonly number[]) => list): number {
  const points = Array.from({ length: 21 }, (_, i) => low + ((1 - low) * i) / 20);
  const columns = Array.from({ length: degree }, (_, d) => points.map((z) => z ** (d + 1)));
  return regression(columns.map(change), true);
}
/** Steps with the rates 1/Hᵢᵢ on curvatures 1 and 100 at an angle, and AdaGrad's loss after 40. */
function ownRates(angle: number) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const f = bowl([1, 100], angle);
  const H = f.hessian(vec(0, 0));
  const from = vec(-4 * c - s, -4 * s + c);
  let theta = from;
  let t = 0;
  for (; norm(theta) > 1e-6 * norm(from); t++) {
    const g = f.gradient(theta);
    theta = theta.map((position, i) => position - g[i]! / H[i]![i]!);
  }
  const adaptive = run(adagrad({ learningRate: 1 }), f, from, { steps: 40 }).frames[40]!.f;
  return { steps: t, adaptive };
}
const leaving = run(gradientDescent({ learningRate: 0.1 }), bowl([1, -1]), [1, 0.001], {
  steps: 100,
}).frames[100]!;

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["across it is $L=20$", [20]],
  [
    "Start at $(-8,1.5)$, where the loss is $54.5$, take 60",
    [-8, 1.5, bowl([1, 20]).value(vec(-8, 1.5)), 60],
  ],
  ["| 0.01 | $0.2/L$ | 9.58 |", [0.01, 0.01 * 20, after60(0.01)]],
  ["| 0.05 | $1/L$ | 0.0679 |", [1 / 20, 1, after60(0.05)]],
  ["| 0.09 | $1.8/L$ | 0.00039 |", [0.09, 0.09 * 20, after60(0.09)]],
  ["| 0.0952 | $2/(L+\\mu)$ | 0.00033 |", [2 / 21, 2, after60(2 / 21)]],
  ["| 0.099 | $1.98/L$ | 1.99 |", [0.099, 0.099 * 20, after60(0.099)]],
  ["| 0.1 | $2/L$ | 22.5 |", [2 / 20, 2, after60(0.1)]],
  ["| 0.101 | $2.02/L$ | 242 |", [0.101, 0.101 * 20, after60(0.101)]],
  ["loss after 60 steps |", [60]],
  ["a ravine turned by 30°", [30]],
  [
    "At $\\kappa=20$ that is a margin of 5 %, at $\\kappa=100$ of 1 %",
    [20, 100 / 20, 100, 100 / 100],
  ],
  ["so $\\kappa=100$, and the start", [1 / 0.01]],
  [
    "After 10 steps the loss is $0.0102$, of which $0.0041$ comes",
    [10, three(1, 10).f, (0.01 * three(1, 10).x[0]! ** 2) / 2],
  ],
  ["after 100 steps it is $0.00067$", [100, three(1, 100).f]],
  ["$\\eta^\\star=1.980$. After 100 steps the loss is $0.0092$", [BEST, 100, three(BEST, 100).f]],
  ["which gives $0.00024$", [three(1.5, 100).f]],
  [
    "Only by step 500 has it caught up with $1.5$, with $1.0\\cdot10^{-9}$ against $1.4\\cdot10^{-9}$",
    [500, 1.5, ...scientific(three(BEST, 500).f), ...scientific(three(1.5, 500).f)],
  ],
  ["$t\\approx\\tfrac{1}{2}\\kappa\\ln10^6=6.91\\kappa$", [1, 2, 10, 6, Math.log(1e6) / 2]],
  [
    "69 steps at $\\kappa=10$, 691 at $100$, 6908 at $1000$. With $\\eta=1/L$ they are 128, 1341 and 13463",
    [best(10), 10, best(100), 100, best(1000), 1000, 1, safe(10), safe(100), safe(1000)],
  ],
  ["$\\kappa=2$ takes 13", [2, best(2)]],
  ["step length it finds is $0.0952$", [zigzag[5]!.stepLength!]],
  ["by $0.8186=\\big(\\tfrac{19}{21}\\big)^2$", [zigzag[5]!.f / zigzag[4]!.f, 20 - 1, 20 + 1, 2]],
  [
    "areas of 50 to 150 m² and ages of 5 to 40 years",
    [area[0]!, area[5]!, Math.min(...age), Math.max(...age)],
  ],
  ["With these two features $\\kappa=49.7$", [regression([area, age])]],
  [
    "have $\\kappa=4.7\\cdot10^{13}$",
    scientific(regression([area.map((entry) => 1e6 * entry), age])),
  ],
  [
    "have $\\kappa=120895$, by units and means together: that would be 835115 steps",
    [regression([area, age], true), stepsAtBest(regression([area, age], true))],
  ],
  ["and $53$ is left", [Math.round(regression([area, age].map(atOneSize), true))]],
  [
    "and $\\kappa=1.168$, with the intercept or without: 6 steps",
    [
      regression([area, age].map(standardized), true),
      stepsAtBest(regression([area, age].map(standardized))),
    ],
  ],
  ["correlation $r=0.979$", [correlation]],
  ["$\\kappa=\\frac{1+r}{1-r}=94.6$", [1, 1, regression([area, rooms].map(standardized))]],
  ["at 21 points between 0 and 1", [21, 0, 1]],
  [
    "from $17.6$ for a line to $440$ for a parabola, $1.2\\cdot10^4$ for degree 3, $1.1\\cdot10^7$ for degree 5 and $3.8\\cdot10^{11}$ for degree 8",
    [
      powers(1, 0),
      powers(2, 0),
      ...scientific(powers(3, 0)),
      3,
      ...scientific(powers(5, 0)),
      5,
      ...scientific(powers(8, 0)),
      8,
    ],
  ],
  [
    "the same degrees have $2.7$, $12.3$, $56$, $1.5\\cdot10^3$ and $2.8\\cdot10^5$",
    [
      powers(1, -1),
      powers(2, -1),
      powers(3, -1),
      ...scientific(powers(5, -1)),
      ...scientific(powers(8, -1)),
    ],
  ],
  [
    "have $\\kappa=17$ at degree 8, and $5.9$ once all have the same root mean square",
    [legendreKappa(8), 8, legendreKappa(8, true)],
  ],
  ["on these 21 the sixth and the eighth stand at 55°", [21, angleOfLegendre(6, 8)]],
  ["by 1024 against 1, since $2^{10}=1024$", [2 ** 10, 1, 2, 10, 2 ** 10]],
  ["as $2^{20}$: $\\kappa$ is about a million", [2, Math.log2(1024 ** 2)]],
  [
    "$H=\\begin{pmatrix}100&1\\\\1&1\\end{pmatrix}$. Its condition number is $101.03$",
    [100, 1, 1, 1, kappaOf(matrix([100, 1], [1, 1]))],
  ],
  [
    "take $\\begin{pmatrix}13&12\\\\12&13\\end{pmatrix}$. It is the bowl with curvatures 1 and 25, turned clockwise by 45°",
    [
      ...[0, 1].flatMap((i) => [...bowl([1, 25], -Math.PI / 4).hessian(vec(0, 0))[i]!]),
      ...symmetricEigen(matrix([13, 12], [12, 13])).values,
      45,
    ],
  ],
  ["divides everything by 13", [13]],
  ["$\\kappa=25$ before and after", [kappaOf(matrix([13, 12], [12, 13]))]],
  ["The cell takes curvatures 1 and 100", [1, 100]],
  [
    "Turned by 45°, both rates are the same, and the run needs 691 steps",
    [45, ownRates(Math.PI / 4).steps],
  ],
  [
    "after 40 steps the loss is $9.1\\cdot10^{-6}$ in the first case and $2.9$ in the second",
    [40, ...scientific(ownRates(0).adaptive), ownRates(Math.PI / 4).adaptive],
  ],
  [
    "from $0.001$ to $13.8$ in 100 steps, and the loss has fallen to $-95$",
    [0.001, leaving.x[1]!, 100, leaving.f],
  ],
  ["Rosenbrock's function it is $2508$", [kappaOf(rosenbrock.hessian(vec(1, 1)))]],
];

/** Legendre's polynomials of degree 1, 2, … at 21 points of [−1, 1]. */
function legendre(degree: number): readonly (readonly number[])[] {
  const points = Array.from({ length: 21 }, (_, i) => -1 + i / 10);
  let [before, now] = [points.map(() => 1), points];
  const columns = [now];
  for (let k = 1; k < degree; k++) {
    const next = points.map((z, i) => ((2 * k + 1) * z * now[i]! - k * before[i]!) / (k + 1));
    [before, now] = [now, next];
    columns.push(now);
  }
  return columns;
}
/** κ of them and the constant, each divided by its size or not. */
function legendreKappa(degree: number, oneSize = false): number {
  const columns = legendre(degree);
  return regression(oneSize ? columns.map(atOneSize) : columns, true);
}
/** The angle in degrees at which two of them stand on the points. */
function angleOfLegendre(one: number, other: number): number {
  const [a, b] = [one, other].map((degree) => atOneSize(legendre(degree).at(-1)!));
  return (Math.acos(mean(a!.map((entry, i) => entry * b![i]!))) * 180) / Math.PI;
}

describe("the numbers of chapter 3", () => {
  testLedger(text, ledger);

  it("say that steps of 1/L and then 1/μ reach the minimum of the ravine, from any start", () => {
    for (const start of [
      [20, 1],
      [-8, 1.5],
    ]) {
      const f = bowl([1, 20]);
      let x = vec(...start);
      for (const eta of [1 / 20, 1]) {
        const g = f.gradient(x);
        x = x.map((entry, i) => entry - eta * g[i]!);
      }
      expect(norm(x)).toBeLessThan(1e-12);
    }
  });

  it("say that N − 1 in place of N changes κ with an intercept only", () => {
    const shrunk = [area, age].map((column) =>
      standardized(column).map((entry) => entry * Math.sqrt(5 / 6)),
    );
    expect(regression(shrunk)).toBeCloseTo(regression([area, age].map(standardized)), 9);
    expect(regression(shrunk, true)).toBeGreaterThan(1.2);
  });

  it("say that in three dimensions the rates 1/Hᵢᵢ can be too large together", () => {
    const H = matrix([1, 0.9, 0.9], [0.9, 1, 0.9], [0.9, 0.9, 1]);
    expect(symmetricEigen(H).values.at(-1)).toBeCloseTo(2.8, 12);
    const skew = matrix([19, -7, -16], [-7, 3, 6], [-16, 6, 14]);
    const scaled = skew.map((row, i) =>
      row.map((entry, j) => entry / Math.sqrt(skew[i]![i]! * skew[j]![j]!)),
    );
    expect(kappaOf(scaled)).toBeGreaterThan(kappaOf(skew));
  });

  it("say that at the limit the run bounces for ever, and that 5 % above the best rate is the limit", () => {
    const { frames } = run(gradientDescent({ learningRate: 0.1 }), bowl([1, 20]), [-8, 1.5], {
      steps: 60,
    });
    for (const { k, x } of frames) expect(x[1]).toBeCloseTo(k % 2 === 0 ? 1.5 : -1.5, 9);
    expect(1.05 * (2 / 21)).toBeCloseTo(0.1, 9);
  });

  it("say that κ ln 10⁶ / 2 is about 6.9 κ, and that 1/L takes nearly twice the steps", () => {
    expect(text).toContain("\\approx6.9\\kappa");
    expect(text).toContain("=1.15p\\kappa");
    expect(asPrinted(Math.log(10) / 2, "1.15")).toBe("1.15");
    expect(asPrinted(Math.log(1e6) / 2, "6.9")).toBe("6.9");
    for (const kappa of [10, 20, 50, 100, 1000]) {
      expect(best(kappa) / (6.9 * kappa)).toBeCloseTo(1, 1);
      expect(safe(kappa) / best(kappa)).toBeGreaterThan(1.8);
      expect(safe(kappa) / best(kappa)).toBeLessThan(2);
    }
  });

  it("say how far the best rate is behind at step 100", () => {
    expect(Math.round(three(BEST, 100).f / three(1, 100).f)).toBe(14);
    expect(Math.round(three(BEST, 100).f / three(1.5, 100).f)).toBe(38);
    expect(three(1, 1).x[2]).toBe(0);
  });

  it("say how long the steps are at η = 1/L: 1.5 across and then none, 0.4 along the floor", () => {
    const { frames } = run(gradientDescent({ learningRate: 0.05 }), bowl([1, 20]), [-8, 1.5], {
      steps: 3,
    });
    const moves = frames
      .slice(1)
      .map(({ x }, i) => [x[0]! - frames[i]!.x[0]!, x[1]! - frames[i]!.x[1]!]);
    expect(moves[0]![0]).toBeCloseTo(0.4, 9);
    expect(moves[0]![1]).toBeCloseTo(-1.5, 9);
    expect(moves[1]![1]).toBeCloseTo(0, 9);
    expect(moves[1]![0]! / moves[0]![0]!).toBeCloseTo(0.95, 9);
  });

  it("say that exact line search from (κ, 1) finds the best rate at every step", () => {
    for (const { stepLength } of zigzag.slice(1)) expect(stepLength).toBeCloseTo(2 / 21, 9);
    for (let k = 1; k <= 8; k++)
      expect(zigzag[k]!.f / zigzag[k - 1]!.f).toBeCloseTo(rate(20) ** 2, 9);
  });

  it("say that from other starts exact line search does no worse", () => {
    for (let i = 0; i <= 36; i++) {
      const start = [20 * Math.cos(i / 6), Math.sin(i / 6)];
      const { frames } = run(descend(steepestDescent, exactQuadratic), bowl([1, 20]), start, {
        steps: 3,
      });
      for (const [k, { f }] of frames.slice(1).entries())
        expect(f).toBeLessThanOrEqual(rate(20) ** 2 * frames[k]!.f * (1 + 1e-9));
    }
  });

  it("say that along the axes one step with own rates is enough, and turned the best single rate does as well", () => {
    expect(ownRates(0).steps).toBe(1);
    expect(ownRates(Math.PI / 4).steps).toBe(best(100));
  });

  it("say that standardizing powers on [0, 1] brings a line to 1, and then buys back less than one degree", () => {
    expect(powers(1, 0, standardized)).toBeCloseTo(1, 12);
    for (const degree of [2, 3, 5, 8])
      expect(powers(degree, 0, standardized)).toBeGreaterThan(powers(degree - 1, 0));
  });

  it("say that ten layers of factor two square to about a million", () => {
    expect(1024 ** 2 / 1e6).toBeCloseTo(1, 0);
  });

  it("say that diag(1, 0) is solved in one step and keeps its place on the line of minima", () => {
    const { frames } = run(gradientDescent({ learningRate: 1 }), bowl([1, 0]), [-4, 1], {
      steps: 1,
    });
    expect([...frames[1]!.x]).toEqual([0, 1]);
    expect(frames[1]!.f).toBe(0);
  });

  it("say that the first weight of f = θ₁θ₂ follows θ₂, whatever θ₁ is", () => {
    const product = bowl([1, -1], Math.PI / 4); // ½(u² − v²) in turned axes is θ₁θ₂
    for (const first of [-3, 0, 5]) {
      expect(product.value(vec(first, 2))).toBeCloseTo(2 * first, 9);
      expect(product.gradient(vec(first, 2))[0]).toBeCloseTo(2, 9);
    }
  });

  it("state the bound for smooth and strongly convex functions, which holds on quadratics", () => {
    const { frames } = run(gradientDescent({ learningRate: 1 / 20 }), bowl([1, 20]), [-8, 1.5], {
      steps: 60,
    });
    for (const [k, { f }] of frames.slice(1).entries())
      expect(f).toBeLessThanOrEqual((1 - 1 / 20) * frames[k]!.f * (1 + 1e-12));
  });
});
