import {
  adadelta,
  adagrad,
  adam,
  bowl,
  gauss,
  himmelblau,
  momentum,
  mulberry32,
  nesterov,
  norm,
  numericHessian,
  rmsprop,
  run,
  saddleB,
  symmetricEigen,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { raceModel } from "#components/widgets/saddle-race/model.ts";
import { raceFields } from "#components/widgets/saddle-race/state.ts";
import { initialState } from "#components/widgets/url-state.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";
import {
  beside,
  crest,
  deep,
  deepFalls,
  exits,
  far,
  first,
  fromCrest,
  gd,
  growth,
  guarded,
  leaves,
  median,
  near,
  P3,
  race,
  shareOfTwo,
  shelf,
  stopped,
  turnedCrest,
} from "./saddle-runs.ts";

const text = prose("04-saddle-points.mdx");

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["To get that far, gradient descent needs 321 steps", [first[0]!]],
  ["Momentum needs 66, RMSprop 12", [first[1]!, first[4]!]],
  [
    "AdaGrad is at $x=0.67$, RMSprop at $0.64$, Adadelta at $0.89$ and Adam at $0.52$",
    exits.slice(3),
  ],
  [
    "Yet on the curve $x=-\\tfrac{3}{2}y^2$ beside that line it is $-\\tfrac{5}{4}y^4$",
    [3, 2, 2, -4 * beside(-3 / 2, 1), 4, 4],
  ],
  ["start at $(1,0.001)$", [1, initialState(raceFields).y0]],
  ["with the rate $\\eta=0.02$", [initialState(raceFields).eta]],
  [
    "shorter than $10^{-6}$. That happens after 132 steps, at the pass, with $f=3.7\\cdot10^{-13}$",
    [10, -6, stopped.k, stopped.f * 1e13, 10, -13],
  ],
  ["has $f<-0.24$ by step 297", [-0.24, 297]],
  ["three ways down, every 120°", [360 / 3]],
  ["Of $x^2-y^2$ the gradient is $(2x,-2y)$", [2, 2]],
  [
    "With $\\eta=0.1$, a start at $10^{-3}$ takes 67 steps, one at $10^{-6}$ takes 139, and one at $10^{-12}$ takes 284",
    [
      0.1,
      10,
      -3,
      leaves(gd(0.1), 1e-3),
      10,
      -6,
      leaves(gd(0.1), 1e-6),
      10,
      -12,
      leaves(gd(0.1), 1e-12),
    ],
  ],
  [
    "$\\beta=0.9$ the factor of momentum is $1.3162$ and Nesterov's is larger still, $1.3644$, against $1.1$",
    [
      0.9,
      growth(momentum({ learningRate: 0.1, beta: 0.9 })),
      growth(nesterov({ learningRate: 0.1, beta: 0.9 })),
      growth(gd(0.1)),
    ],
  ],
  [
    "gives about 98 steps of momentum and 87 of Nesterov from $10^{-12}$ to $0.5$",
    [
      Math.log(0.5e12) / Math.log(growth(momentum({ learningRate: 0.1, beta: 0.9 }))),
      Math.log(0.5e12) / Math.log(growth(nesterov({ learningRate: 0.1, beta: 0.9 }))),
      10,
      -12,
      0.5,
    ],
  ],
  [
    "momentum takes 100 steps and Nesterov 89, where gradient descent takes 284",
    [near[1]!, near[2]!, near[0]!],
  ],
  [
    "this is $\\sigma^2-2.09\\sigma+0.99=0$, with the larger root $1.3644$",
    [2, 1.1 * 1.9, 1.1 * 0.9, 0, (2.09 + Math.sqrt(2.09 ** 2 - 4 * 0.99)) / 2],
  ],
  ["| $10^{-4}$ | 91 | 33 | 30 | 7 | 2 | 27 | 6 |", [10, -4, ...far]],
  ["| $10^{-12}$ | 284 | 100 | 89 | 8 | 3 | 54 | 8 |", [10, -12, ...near]],
  [
    "| $10^{-12}$, $\\epsilon=10^{-2}$ | | | | 17 | 13 | | 27 |",
    [10, -12, 10, -2, guarded[3]!, guarded[4]!, guarded[6]!],
  ],
  ["a logarithm too, with 3.3 steps per power of ten", [Math.log2(10)]],
  ["it is a factor of $11$", [1 + 0.1 / 1e-2]],
  ["That is about ten steps, and 13 in all", [guarded[4]!]],
  [
    "from $y=0.5$ with $\\eta=0.1$ it is still at $y=0.0033$ after 1000 steps",
    [0.5, 0.1, shelf, 1000],
  ],
  ["costs 48 steps more, which is $\\ln100/\\ln1.1$", [Math.log(100) / Math.log(1.1), 100, 1.1]],
  ["with $\\sigma=0.01$ half of the runs have left after 64 steps", [0.01, median(0.01)]],
  ["P_2&=\\frac{2-\\sqrt2}{4}\\approx0.1464", [2, 2, 4, shareOfTwo(1 / 2)]],
  ["\\approx0.0249", [P3]],
  ["it would be $0.5$, $0.25$ and $0.125$", [2 ** -1, 2 ** -2, 2 ** -3]],
  [
    "The exact value of $P_2$ with equal variances is $0.1159$, not $0.1464$",
    [shareOfTwo(1), shareOfTwo(1 / 2)],
  ],
  ["lies within 45° of the axis of $u$", [45]],
  ["With $\\cos45°=\\frac{\\sqrt2}2$", [45, 2, 2]],
  ["for ten units, 3628800 points", [[2, 3, 4, 5, 6, 7, 8, 9, 10].reduce((a, b) => a * b)]],
  [
    "with all three weights at $0.1$, $0.01$ or $0.001$, the loss is below $0.25$ after 90, 992 and 9994 steps",
    [0.1, 0.01, 0.001, 0.25, ...[0.1, 0.01, 0.001].map(deepFalls)],
  ],
  ["2 at $a=1$, and $16.06$ at $a=4$", [1 + 1, 1, 4 ** 2 + 1 / 4 ** 2, 4]],
  ["at $z=4$ it is $0.00134$", [4, 1 - Math.tanh(4) ** 2]],
  [
    "Ten with $z=1$, where the slope is $0.42$, leave $0.00017$ of the gradient",
    [1, 1 - Math.tanh(1) ** 2, (1 - Math.tanh(1) ** 2) ** 10],
  ],
];

describe("the numbers of chapter 4", () => {
  // 14 and 15 are chapters.
  testLedger(text, ledger, new Set(["14", "15"]));

  it("say when the run that is left alone is near a minimum", () => {
    const { frames } = run(gd(0.1), saddleB, [1, 1e-12], { steps: 297 });
    expect(frames.findIndex(({ f }) => f < -0.24)).toBe(297);
  });

  it("say what the Hessian of the first figure's surface is", () => {
    const eigenvalues = (x: number, y: number) => [
      ...symmetricEigen(saddleB.hessian(vec(x, y))).values,
    ];
    expect(eigenvalues(0, 0)).toEqual([-1, 1]);
    expect(eigenvalues(0, 1)).toEqual([1, 2]);
    expect(eigenvalues(0, -1)).toEqual([1, 2]);
    expect(saddleB.value(vec(0, 1))).toBe(-0.25);
  });

  it("say that every slope is zero at a saddle", () => {
    expect(norm(bowl([2, -2]).gradient(vec(0, 0)))).toBe(0);
  });

  it("say that a billion times nearer costs about four times the steps", () => {
    expect(Math.round(leaves(gd(0.1), 1e-12) / leaves(gd(0.1), 1e-3))).toBe(4);
  });

  it("say by how much the slope at 0.5 falls short of the quadratic part", () => {
    expect(-saddleB.gradient(vec(0, 0.5))[1]! / 0.5).toBeCloseTo(3 / 4, 12);
  });

  it("give the growth factor of momentum and the equation that it solves", () => {
    for (const [etaLambda, beta] of [
      [0.1, 0.9],
      [0.02, 0.9],
      [0.3, 0.5],
    ] as const) {
      const sum = 1 + beta + etaLambda;
      const root = (sum + Math.sqrt(sum ** 2 - 4 * beta)) / 2;
      expect(growth(momentum({ learningRate: etaLambda, beta }))).toBeCloseTo(root, 9);
      const ahead = (1 + etaLambda) * (1 + beta);
      const looking = (ahead + Math.sqrt(ahead ** 2 - 4 * (1 + etaLambda) * beta)) / 2;
      expect(growth(nesterov({ learningRate: etaLambda, beta }))).toBeCloseTo(looking, 9);
      expect(looking).toBeGreaterThan(root);
      expect(root).toBeGreaterThan(1 + etaLambda);
    }
  });

  it("say that Adam needs 0.5/η steps or a few more, RMSprop fewer and AdaGrad more at a small rate, and the start hardly enters", () => {
    for (const eta of [0.02, 0.1]) {
      const adaptive = [1e-3, 1e-6, 1e-12].map((y0) => race({ eta, y0 }));
      for (const counts of adaptive) {
        expect(counts[6]! - 0.5 / eta).toBeGreaterThanOrEqual(0);
        expect(counts[6]! - 0.5 / eta).toBeLessThanOrEqual(3);
        expect(counts[4]).toBeLessThan(counts[6]!);
        expect(Math.abs(counts[3]! - adaptive[0]![3]!)).toBeLessThanOrEqual(2);
      }
    }
    expect(first[3]).toBeGreaterThan(0.5 / 0.02);
  });

  it("say what ε makes of RMSprop where slopes are far below it", () => {
    for (const [epsilon, factor] of [
      [1e-2, 11],
      [1e-8, 1e7],
    ] as const) {
      const { frames } = run(
        rmsprop({ learningRate: 0.1, rho: 0.9, epsilon }),
        bowl([-1]),
        [1e-20],
        { steps: 1 },
      );
      expect(frames[1]!.x[0]! / 1e-20 / factor).toBeCloseTo(1, 4);
    }
    expect(text).toContain("a factor of ten million per step");
    expect(Math.round(10 / Math.log10(11))).toBe(10);
    expect(Math.log10(11)).toBeGreaterThan(1);
  });

  it("say how Adadelta doubles while the slope is small, and what a power of ten costs it", () => {
    const { frames } = run(adadelta({ rho: 0.95 }), saddleB, [1, 1e-12], { steps: 60 });
    const y = frames.map(({ x }) => x[1]!);
    for (let t = 1; y[t - 1]! < 3e-4; t++) expect(y[t]! / y[t - 1]!).toBeCloseTo(2, 1);
    const after = y.findIndex((size) => size > 3e-3);
    expect(y[after + 1]! / y[after]!).toBeLessThan(1.8);
    expect((near[5]! - far[5]!) / 8).toBeCloseTo(Math.log2(10), 0.9);
  });

  it("say who comes near the saddle before leaving, and who turns at once", () => {
    const { runs } = raceModel(initialState(raceFields));
    runs.forEach(({ points, left }, index) => {
      const nearest = Math.min(...points.slice(0, left).map(({ x, y }) => Math.hypot(x, y)));
      if (index < 3) expect(nearest).toBeLessThan(0.05);
      else expect(nearest).toBeGreaterThan(0.7);
    });
  });

  it("say that y does not depend on x on the first figure's surface, and grows at once", () => {
    for (const x of [-1, 0, 2])
      expect(saddleB.gradient(vec(x, 0.3))[1]).toBe(saddleB.gradient(vec(1, 0.3))[1]);
    expect(run(gd(0.1), saddleB, [1, 1e-3], { steps: 1 }).frames[1]!.x[1]).toBeGreaterThan(1e-3);
  });

  it("say that rising ground along the flat direction proves nothing", () => {
    for (const y of [1, 0.1, 0.01]) {
      expect(beside(0, y)).toBeGreaterThan(0);
      expect(beside(-1.5, y) / (-1.25 * y ** 4)).toBeCloseTo(1, 12);
    }
  });

  it("say that with two hidden layers the Hessian at zero is 0 and the plateau goes like 1/scale", () => {
    const H = numericHessian(deep, [0, 0, 0]);
    for (const row of H) for (const entry of row) expect(Math.abs(entry)).toBeLessThan(1e-4);
    expect(deepFalls(0.001) / deepFalls(0.01)).toBeCloseTo(10, 0);
    expect(deepFalls(0.01) / deepFalls(0.1)).toBeGreaterThan(10);
  });

  it("say that on the line nobody leaves", () => {
    const still = raceModel({ ...initialState(raceFields), onAxis: true, eta: 0.1 });
    for (const { points } of still.runs) expect(points.every(({ y }) => y === 0)).toBe(true);
  });

  it("say that on a turned crest the adaptive four step off at once, and the others do not", () => {
    const learningRate = 0.1;
    const adaptive = [
      adagrad({ learningRate }),
      rmsprop({ learningRate, rho: 0.9 }),
      adadelta({ rho: 0.95 }),
      adam({ learningRate }),
    ];
    for (const method of adaptive)
      expect(crest.off(fromCrest(method)[1]!.x)).toBeGreaterThan(0.001);
    const steady = [gd(0.1), momentum({ learningRate, beta: 0.9 }), nesterov({ learningRate })];
    for (const method of steady) {
      const frames = fromCrest(method);
      expect(crest.off(frames[20]!.x)).toBeLessThan(1e-12);
      expect(crest.off(frames.at(-1)!.x)).toBeGreaterThan(0.5);
    }
    expect(Math.round(fromCrest(gd(learningRate)).length / 100)).toBe(4);
    // The first step of AdaGrad and of Adam, and the angle at which all four stay.
    for (const method of [adaptive[0]!, adaptive[3]!])
      for (const [i, entry] of crest.start.entries())
        expect(fromCrest(method)[1]!.x[i]! - entry).toBeCloseTo(-learningRate, 6);
    const diagonal = turnedCrest(Math.PI / 4);
    for (const method of adaptive) {
      const { frames } = run(method, diagonal.surface, diagonal.start, { steps: 10 });
      expect(diagonal.off(frames[10]!.x)).toBeLessThan(1e-9);
    }
  });

  it("say that every start a little above the shelf of x² + y³ is caught, and one below it falls", () => {
    for (const from of [0.01, 0.5, 2]) {
      let y = from;
      for (let t = 0; t < 5000; t++) y -= 0.3 * y ** 2;
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(0.001);
    }
    let y = -0.01;
    for (let t = 0; t < 2000 && y > -100; t++) y -= 0.3 * y ** 2;
    expect(y).toBeLessThan(-100);
  });

  it("say that a hundred times less noise costs the same each time", () => {
    const medians = [1e-2, 1e-4, 1e-6].map(median);
    expect(medians[1]! - medians[0]!).toBe(48);
    expect(Math.abs(medians[2]! - medians[1]! - 48)).toBeLessThanOrEqual(1);
    expect(median(0)).toBe(Number.POSITIVE_INFINITY);
  });

  it("say P₂ as the cone has it and P₃ as random matrices have it", () => {
    expect(shareOfTwo(1 / 2)).toBeCloseTo((2 - Math.SQRT2) / 4, 9);
    const draws = 20_000;
    const normal = gauss(mulberry32(3));
    let positive = 0;
    for (let draw = 0; draw < draws; draw++) {
      const [a, b, c] = [normal(), normal(), normal()];
      const [d, e, f] = [normal(), normal(), normal()].map((entry) => entry * Math.SQRT1_2);
      const minor = a * b - d! ** 2;
      const all = a * (b * c - f! ** 2) - d! * (d! * c - f! * e!) + e! * (d! * f! - b * e!);
      if (a > 0 && minor > 0 && all > 0) positive += 1;
    }
    const error = Math.sqrt((P3 * (1 - P3)) / draws);
    expect(Math.abs(positive / draws - P3)).toBeLessThan(3 * error);
  });

  it("say that ten tossed coins agree once in a thousand", () => {
    expect(Math.round(1 / 2 ** -10 / 100)).toBe(10);
  });

  it("say how wide the range of the eigenvalues is, for large matrices", () => {
    const n = 60;
    const normal = gauss(mulberry32(1));
    const H = Array.from({ length: n }, () => new Float64Array(n));
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        H[i]![j] = normal() * (i === j ? 1 : Math.SQRT1_2);
        H[j]![i] = H[i]![j]!;
      }
    const { values } = symmetricEigen(H);
    expect((values.at(-1)! - values[0]!) / (2 * Math.sqrt(2 * n))).toBeCloseTo(1, 0.8);
  });

  it("say of Himmelblau's function what its stationary points are", () => {
    for (const [x, y] of [
      [3, 2],
      [-0.270845, -0.923039],
      [0.086678, 2.884255],
    ] as const)
      expect(norm(himmelblau.gradient(vec(x, y)))).toBeLessThan(1e-3);
    // Newton's method from a grid of starts finds all of them.
    const found = new Map<string, string>();
    for (let i = -20; i <= 20; i++)
      for (let j = -20; j <= 20; j++) {
        let [x, y] = [i / 4 + 0.01, j / 4 + 0.02];
        for (let t = 0; t < 60; t++) {
          const [g, h] = himmelblau.gradient(vec(x, y));
          const [[a, b], [, d]] = himmelblau.hessian(vec(x, y)).map((row) => [...row]) as [
            number[],
            number[],
          ];
          const determinant = a! * d! - b! ** 2;
          x -= (d! * g! - b! * h!) / determinant;
          y -= (a! * h! - b! * g!) / determinant;
        }
        if (!(norm(himmelblau.gradient(vec(x, y))) < 1e-9)) continue;
        const { values } = symmetricEigen(himmelblau.hessian(vec(x, y)));
        const key = [x, y].map((entry) => Math.round(1e4 * entry)).join();
        found.set(key, [...values].map((value) => (value > 0 ? "+" : "-")).join(""));
      }
    const count = (signs: string) => [...found.values()].filter((one) => one === signs).length;
    expect(["++", "-+", "--"].map(count)).toEqual([4, 4, 1]);
  });
});
