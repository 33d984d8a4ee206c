import {
  bowl,
  doubleWell1d,
  gradientDescent,
  type Objective,
  run,
  saddle,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

/** Numbers of chapters are no results. */
const text = prose("01-gradients.mdx").replace(/chapters? \d+( and \d+)?/g, "");

/** The hill of the chapter, by its formula. */
const hill = (x: number, y: number) => x * x - x * y + 3 * y * y;
const hillSlopes = (x: number, y: number) => [2 * x - y, -x + 6 * y] as const;

/** The slope at (1.5, −1) in the direction of an angle, by differences of the hill itself. */
function slopeAt(degrees: number): number {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const h = 1e-4;
  return (hill(1.5 + h * c, -1 + h * s) - hill(1.5 - h * c, -1 - h * s)) / (2 * h);
}

function wellPath(learningRate: number, from = 2, steps = 2000): readonly number[] {
  const { frames } = run(gradientDescent({ learningRate }), doubleWell1d, [from], { steps });
  return frames.map(({ x }) => x[0]!);
}
const wellEnd = (learningRate: number, from = 2) => wellPath(learningRate, from).at(-1)!;
const [leftWell, , rightWell] = doubleWell1d.criticalPoints.map(({ x }) => x[0]!);
const curvature = (x: number) => 12 * x ** 2 - 6;

const slopeOfWell = (x: number) => doubleWell1d.gradient(vec(x))[0]!;

/** Where five steps on x² lead from 10. */
const fiveSteps = (learningRate: number) =>
  run(gradientDescent({ learningRate }), bowl([2]), [10], { steps: 5 }).frames[5]!.x[0]!;

const wave = (x: number) => Math.exp(Math.sin(x));
const waveSlope = Math.cos(1) * wave(1);
const forward = (h: number) => Math.abs((wave(1 + h) - wave(1)) / h - waveSlope);
const central = (h: number) => Math.abs((wave(1 + h) - wave(1 - h)) / (2 * h) - waveSlope);
const powers = Array.from({ length: 14 }, (_, i) => Number(`1e-${i + 1}`));
const best = (error: (h: number) => number) =>
  powers.reduce((least, h) => (error(h) < error(least) ? h : least));

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  [
    "two valleys, at $x=-1.3008$ and at $x=1.1309$",
    [wellEnd(0.01, leftWell! - 0.1), wellEnd(0.01, rightWell! + 0.1)],
  ],
  ["| 0.01 | comes down on one side and ends at $1.1309$ |", [0.01, wellEnd(0.01)]],
  [
    "| 0.05 | oversteps the valley once, to $0.95$, and still ends at $1.1309$ |",
    [0.05, Math.min(...wellPath(0.05)), wellEnd(0.05)],
  ],
  ["leaps over the hill, to $-0.1$, and ends at $-1.3008$", [wellPath(0.1)[1]!, wellEnd(0.1)]],
  [
    "back and forth between $-1.4451$ and $-1.0849$",
    [Math.min(...wellPath(0.15).slice(-2)), Math.max(...wellPath(0.15).slice(-2))],
  ],
  [
    "At $(1.5,-1)$ the gradient is $(4,-7.5)$, of length $8.5$",
    [1.5, -1, ...hillSlopes(1.5, -1), Math.hypot(...hillSlopes(1.5, -1))],
  ],
  [
    "At the angles $0°$, $45°$, $90°$ and $135°$ the slope is $4$, $-2.475$, $-7.5$ and $-8.132$",
    [0, 45, 90, 135, slopeAt(0), slopeAt(45), slopeAt(90), slopeAt(135)],
  ],
  ["It is lowest, $-8.5$, at $118.07°$", [slopeAt(118.07), lowestAngle()]],
  [
    "From $x_0=10$, five steps lead to $5.905$ with $\\eta=0.05$, to $0.7776$ with $0.2$, to $0$ with $0.5$, to $-0.7776$ with $0.8$, to $-10$ with $1$, and to $-16.11$ with $1.05$",
    [10, ...[0.05, 0.2, 0.5, 0.8, 1, 1.05].flatMap((rate) => [fiveSteps(rate), rate])],
  ],
  [
    "the curvature is $14.306$, and $2/14.306=0.1398$",
    [curvature(leftWell!), 2, curvature(leftWell!), 2 / curvature(leftWell!)],
  ],
  [
    "the curvature is $9.347$, and with $\\eta=0.05$ the product is $0.467$",
    [curvature(rightWell!), 0.05, 0.05 * curvature(rightWell!)],
  ],
  [
    "where the slope is $21$; the valley's parabola would have only $8.12$ there",
    [slopeOfWell(2), curvature(rightWell!) * (2 - rightWell!)],
  ],
  [
    "the curvature at $2$ is $42$, so from there the lemma covers only rates below $2/42=0.048$",
    [2, curvature(2), 2, curvature(2), 2 / curvature(2)],
  ],
  ["throws the run to $-2.2$", [wellPath(0.2)[1]!]],
  ["starts at $1.2$ ends at $1.1309$", [1.2, wellPath(0.2, 1.2, 400).at(-1)!]],
  ["$0.2$ is below $2/9.347$", [0.2, 2, curvature(rightWell!)]],
  ["the hilltop at $0.1699$", [hilltop()]],
  ["a start at $0.16$ ends on the left and one at $0.18$ on the right", [0.16, 0.18]],
  [
    "the run is at $0.1216$, the flow at $0.1353$",
    [
      run(gradientDescent({ learningRate: 0.1 }), bowl([1]), [1], { steps: 20 }).frames[20]!.x[0]!,
      Math.exp(-2),
    ],
  ],
  ["with an error of about $10^{-8}$", [10, Math.round(Math.log10(forward(best(forward))))]],
  ["$\\varepsilon\\approx2\\cdot10^{-16}$", [Number.EPSILON * 1e16, 10, -16]],
  ["is best near $h=10^{-5}$", [10, Math.log10(best(central))]],
];

describe("the numbers of chapter 1", () => {
  testLedger(text, ledger);

  it("say which rates come down on one side, turn once, and diverge ever more steeply", () => {
    const falls = wellPath(0.01, 2, 100);
    falls.slice(1).forEach((x, t) => {
      expect(x).toBeLessThan(falls[t]!);
    });
    const once = wellPath(0.05, 2, 15);
    expect(once[1]).toBeLessThan(once[0]!);
    once.slice(2).forEach((x, i) => {
      expect(x).toBeGreaterThan(once[i + 1]!);
    });
    const lost = wellPath(0.2, 2, 5).map((x) => Math.abs(slopeOfWell(x)));
    lost.slice(1).forEach((slope, t) => {
      expect(slope).toBeGreaterThan(lost[t]!);
    });
  });

  it("say that with 0.15 the cycle is within the valley, and that with 0.2 no run near a valley diverges", () => {
    for (const x of wellPath(0.15, 2, 400).slice(-2)) expect(x).toBeLessThan(hilltop());
    for (const well of [leftWell!, rightWell!])
      for (let start = well - 0.2; start <= well + 0.2; start += 0.01)
        for (const x of wellPath(0.2, start, 1000)) expect(Math.abs(x)).toBeLessThan(2);
  });

  it("say that rates above 2/L go down at every step too, with L the largest curvature met", () => {
    for (const rate of [0.05, 0.1]) {
      const path = wellPath(rate, 2, 30);
      const [low, high] = [Math.min(...path), Math.max(...path)];
      const between = Array.from({ length: 1001 }, (_, i) => low + ((high - low) * i) / 1000);
      expect(Math.max(...between.map((x) => Math.abs(curvature(x))))).toBe(curvature(2));
      expect(rate).toBeGreaterThan(2 / curvature(2));
      const values = path.slice(0, 12).map((x) => doubleWell1d.value(vec(x)));
      values.slice(1).forEach((f, t) => {
        expect(f).toBeLessThan(values[t]!);
      });
    }
  });

  it("say that the minimizer of (θ − 3)² + 1 is 3, and that e^θ and |θ| escape the rule", () => {
    expect(wellBottom((x) => (x - 3) ** 2 + 1)).toBeCloseTo(3, 6);
    const chord = (f: (x: number) => number, a: number, b: number) =>
      (f(a) + f(b)) / 2 - f((a + b) / 2);
    for (const f of [Math.exp, Math.abs])
      for (const [a, b] of [
        [-3, 1],
        [-1, 2],
        [0.5, 4],
      ] as const)
        expect(chord(f, a, b)).toBeGreaterThanOrEqual(0);
  });

  it("say that −x² falls by 3 from 1 to 2 where its tangent falls by 2", () => {
    expect(-(2 ** 2) + 1 ** 2).toBe(-3);
    expect(-2 * 1).toBe(-2);
  });

  it("say what forward and central differences of e^(sin x) at 1 can do", () => {
    expect(best(forward)).toBe(1e-8);
    expect(forward(1e-8)).toBeLessThan(2e-8);
    expect(best(central)).toBe(1e-5);
    expect(central(1e-5)).toBeLessThan(1e-10);
    expect(Number.EPSILON).toBeCloseTo(2e-16, 16);
  });

  it("say that a run on the ridge of the saddle stops at the origin, and one beside it gets away", () => {
    const method = gradientDescent({ learningRate: 0.1 });
    const ridge = run(method, saddle, [1, 0], { gradientTolerance: 1e-6 });
    expect(ridge.outcome).toEqual({ kind: "converged", by: "gradientTolerance" });
    expect(Math.hypot(...ridge.frames.at(-1)!.x)).toBeLessThan(1e-6);
    const beside = run(method, saddle, [1, 1e-9], { steps: 200, gradientTolerance: 1e-6 });
    expect(beside.outcome).toEqual({ kind: "budget", by: "steps" });
    expect(beside.frames.at(-1)!.f).toBeLessThan(-1);
  });

  it("say which starts end in which valley, for short and for long steps", () => {
    const right = (rate: number, from: number) => wellEnd(rate, from) > 0;
    expect(right(0.01, 0.16)).toBe(false);
    expect(right(0.01, 0.18)).toBe(true);
    expect(right(0.1, 2)).toBe(false);
    for (let tenth = 2; tenth <= 19; tenth++) expect(right(0.1, tenth / 10)).toBe(true);
    for (let tenth = -20; tenth <= 1; tenth++) expect(right(0.1, tenth / 10)).toBe(false);
    expect(right(0.12, 1.9)).toBe(false);
    expect(right(0.12, 1.8)).toBe(true);
    expect(right(0.12, -2)).toBe(true);
    expect(right(0.12, -1.9)).toBe(false);
  });

  it("say what a step gains and what convexity buys, on functions that are no parabolas", () => {
    for (const [f, L] of SMOOTH) {
      const from = 3;
      for (const learningRate of [0.3 / L, 1 / L, 1.9 / L]) {
        const { frames } = run(gradientDescent({ learningRate }), f, [from], { steps: 60 });
        frames.slice(1).forEach(({ f: now }, t) => {
          const { f: before, gradientNorm } = frames[t]!;
          const gain = learningRate * (1 - (L * learningRate) / 2) * gradientNorm ** 2;
          expect(now).toBeLessThanOrEqual(before - gain + 1e-12);
        });
      }
      const { frames } = run(gradientDescent({ learningRate: 1 / L }), f, [from], { steps: 60 });
      const lowest = f.value(vec(0));
      frames.slice(1).forEach(({ f: now, k }) => {
        expect(now - lowest).toBeLessThanOrEqual((L * from ** 2) / (2 * k) + 1e-12);
        const flattest = Math.min(...frames.slice(0, k).map((frame) => frame.gradientNorm ** 2));
        expect(flattest).toBeLessThanOrEqual((2 * L * (frames[0]!.f - lowest)) / k + 1e-12);
      });
    }
  });

  it("say that Euler's points on ½x² change sides at η = 1.9, and the flow never does", () => {
    const { frames } = run(gradientDescent({ learningRate: 1.9 }), bowl([1]), [1], { steps: 10 });
    frames.slice(1).forEach(({ x }, t) => {
      expect(Math.sign(x[0]!)).toBe(-Math.sign(frames[t]!.x[0]!));
    });
  });

  it("say that gradients that are never cleared swing for ever", () => {
    let [x, sum, widest] = [2, 0, 0];
    for (let t = 1; t <= 10_000; t++) {
      sum += 2 * x;
      x -= 0.1 * sum;
      if (t > 9900) widest = Math.max(widest, Math.abs(x));
    }
    expect(widest).toBeGreaterThan(1.9);
    expect(widest).toBeLessThan(2.2);
  });

  it("say that the loop of the PyTorch listing comes to the minimum", () => {
    const objective: Objective = {
      dim: 2,
      value: ([a = 0, b = 0]) => hill(a, b),
      gradient: ([a = 0, b = 0]) => vec(...hillSlopes(a, b)),
    };
    const { frames } = run(gradientDescent({ learningRate: 0.1 }), objective, [1.5, -1], {
      steps: 50,
    });
    expect(Math.hypot(...frames.at(-1)!.x)).toBeLessThan(1e-3);
  });
});

/** Convex functions with minimum at 0 and the bound of their curvature; neither is a parabola. */
const SMOOTH: readonly (readonly [f: Objective, L: number])[] = [
  [
    {
      dim: 1,
      value: ([x = 0]) => Math.sqrt(1 + x * x),
      gradient: ([x = 0]) => vec(x / Math.sqrt(1 + x * x)),
    },
    1,
  ],
  [
    {
      dim: 1,
      value: ([x = 0]) => Math.log(Math.cosh(2 * x)),
      gradient: ([x = 0]) => vec(2 * Math.tanh(2 * x)),
    },
    4,
  ],
];

/** The angle of the smallest slope at (1.5, −1), to a hundredth of a degree. */
function lowestAngle(): number {
  const angles = Array.from({ length: 36_000 }, (_, i) => i / 100);
  const [gx, gy] = hillSlopes(1.5, -1);
  const slope = (angle: number) => {
    const radians = (angle * Math.PI) / 180;
    return gx * Math.cos(radians) + gy * Math.sin(radians);
  };
  return angles.reduce((least, angle) => (slope(angle) < slope(least) ? angle : least));
}

/** The start between the valleys at which the end of a run with η = 0.01 changes, by bisection. */
function hilltop(): number {
  let [left, right] = [-1, 1];
  while (right - left > 1e-7) {
    const middle = (left + right) / 2;
    if (wellEnd(0.01, middle) > 0) right = middle;
    else left = middle;
  }
  return (left + right) / 2;
}

/** Where gradient descent by differences comes to rest from 0. */
function wellBottom(f: (x: number) => number): number {
  let x = 0;
  for (let t = 0; t < 200; t++) x -= (0.2 * (f(x + 1e-4) - f(x - 1e-4))) / 2e-4;
  return x;
}
