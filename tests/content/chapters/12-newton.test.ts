import {
  doubleWell1d,
  gaussNewton,
  gaussNewtonModel,
  gradientDescent,
  leastSquares,
  newton,
  norm,
  objectiveFrom,
  rosenbrock,
  run,
  saddleB,
  saddleFreeNewton,
  symmetricEigen,
  vec,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { errorOf, localModels } from "#components/widgets/local-models/model.ts";
import { localFields } from "#components/widgets/local-models/state.ts";
import { newtonRun } from "#components/widgets/newton-line/model.ts";
import { CURVES, type Curve } from "#components/widgets/newton-line/state.ts";
import { saddleRuns } from "#components/widgets/newton-saddle/model.ts";
import { network, sharpnessRun, startWeights } from "#components/widgets/sharpness-meter/run.ts";
import { EVERY, STEPS } from "#components/widgets/sharpness-meter/state.ts";
import { range } from "#components/widgets/sharpness-meter/words.ts";
import { initialState } from "#components/widgets/url-state.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose, scientific } from "./prose.ts";

const text = prose("12-newton.mdx");

const wall = localModels(initialState(localFields));
const [first, second] = ([1, 2] as const).map((order) =>
  [0.1, 0.01, 0.001].map((h) => errorOf(wall, order, h)),
) as [number[], number[]];

const bendAt = (x: number) => doubleWell1d.hessian(vec(x))[0]![0]!;
const [root, , , well] = CURVES as [Curve, Curve, Curve, Curve];
const xsOf = (curve: Curve, from: number) => newtonRun(curve, from).stands.map(({ x }) => x);
const endOf = (from: number) => xsOf(well, from).at(-1)!;

const valley = run(newton(), rosenbrock, [-1.2, 1], { steps: 6 }).frames;
const f = valley.map((frame) => frame.f);
const move = valley[2]!.x[0]! - valley[1]!.x[0]!;
const beside = valley[2]!.x[0]! ** 2 - valley[2]!.x[1]!;
const stepsOf = (method: Parameters<typeof run>[0]) =>
  run(method, rosenbrock, [-1.2, 1], { steps: 100, gradientTolerance: 1e-8 }).frames.length - 1;

const squares = leastSquares({
  dim: 2,
  residuals: ([x = 0, y = 0]) => vec(Math.SQRT2 * (1 - x), Math.sqrt(200) * (y - x * x)),
  jacobian: ([x = 0]) => [vec(-Math.SQRT2, 0), vec(-2 * Math.sqrt(200) * x, Math.sqrt(200))],
});
const fit = run(gaussNewton(), gaussNewtonModel(squares), [-1.2, 1], {
  steps: 100,
  gradientTolerance: 1e-8,
}).frames;

const productError = (h: number) => {
  const [x, v] = [vec(-1.2, 1), vec(1, -2)];
  const at = (by: number) => rosenbrock.gradient(x.map((entry, i) => entry + by * v[i]!));
  const [ahead, behind] = [at(h), at(-h)];
  return norm(vec(370, 80).map((exact, i) => (ahead[i]! - behind[i]!) / (2 * h) - exact));
};

const arrivals = (y0: number) => saddleRuns(y0).map(({ end }) => end!.t);
const layer = 512;

const trainings = new Map([0.1, 0.3, 0.5, 0.8].map((eta) => [eta, sharpnessRun(eta)]));
const sharpness = (eta: number) => trainings.get(eta)!.sharpness;
const late = (eta: number, from: number) => sharpness(eta).slice(from / EVERY);

/** The start of a range that leads to the hilltop, and one outside: where the range ends. */
function lastToTop(inside: number, outside: number): number {
  for (let halving = 0; halving < 30; halving++) {
    const middle = (inside + outside) / 2;
    if (Math.abs(endOf(middle) - 0.16994) < 1e-3) inside = middle;
    else outside = middle;
  }
  return inside;
}

const slow = run(gradientDescent({ learningRate: 0.002 }), rosenbrock, [-1.2, 1], {
  steps: 9000,
}).frames;
const hollow = objectiveFrom((x, y) => x.minus(1).power(4).plus(x.minus(y).squared()), 2);
const leap = run(saddleFreeNewton(), saddleB, [1, 0.57], { steps: 1 }).frames[1]!.x[1]!;

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["$f(x,y)=(1-x)^2+100(y-x^2)^2$", [1, 2, 100, 2, 2]],
  [
    "the tangent is wrong by $3.50$ at the distance $0.1$, by $0.0363$ at $0.01$ and by $0.000364$ at $0.001$",
    [first[0]!, 0.1, first[1]!, 0.01, first[2]!, 0.001],
  ],
  [
    "The parabola is wrong by $-0.143$, $-0.000144$ and $-1.44\\cdot10^{-7}$",
    [second[0]!, second[1]!, ...scientific(second[2]!)],
  ],
  [
    "the second derivative is $-5.65$ at $x=0.17$, $14.31$ at $-1.3008$ and $9.35$ at $1.1309$",
    [bendAt(0.16994), 0.17, bendAt(-1.30084), -1.3008, bendAt(1.1309), 1.1309],
  ],
  ["After six steps $f$ is $3.4\\cdot10^{-20}$", scientific(f[6]!)],
  [
    "it was $24.2$, $4.73$, $1411.8$, $0.056$, $0.313$ and $1.9\\cdot10^{-11}$",
    [...f.slice(0, 5), ...scientific(f[5]!)],
  ],
  [
    "Newton's $1.13169=1+(\\tfrac{2}{3})^5$",
    [run(newton(), hollow, [2, 0], { steps: 5 }).frames[5]!.x[0]!, 1, 2, 3, 5],
  ],
  [
    "With the rate $0.002$ gradient descent takes 8500 steps there to come within $0.001$",
    [0.002, slow.findIndex(({ x }) => norm(x.map((entry) => entry - 1)) < 0.001), 0.001],
  ],
  ["$\\Delta x=(1-x)/(1+200(x^2-y))$", [1, 1, 200, 2]],
  [
    "The second step has $\\Delta x=1.94$, so it ends $3.76$ beside the floor, where $f\\approx100\\cdot3.76^2$",
    [move, beside, 100, beside, 2],
  ],
  ["the package's damped variant takes 21", [stepsOf(newton({ variant: "damped" }))]],
  [
    "From $0.9$ the run goes to $-0.729$, $0.387$, $-0.058$ and $0.0002$",
    [0.9, ...xsOf(root, 0.9).slice(1, 5)],
  ],
  [
    "From $1.1$ it goes to $-1.33$, $2.36$, $-13.1$ and $2253$",
    [1.1, ...xsOf(root, 1.1).slice(1, 5)],
  ],
  ["From $0.8$ the run goes to the minimum at $1.13$", [0.8, endOf(0.8)]],
  [
    "it goes to the minimum on the far side, at $-1.30$: there $f''$ is close to 0, and the first step leads to $-14.5$",
    [endOf(0.7), 0, xsOf(well, 0.7)[1]!],
  ],
  ["between $-0.4859$ and $0.6056$", [lastToTop(-0.4, -0.5), lastToTop(0.5, 0.62)]],
  ["$|y|<1/\\sqrt5\\approx0.4472$", [1, 5, 1 / Math.sqrt(5)]],
  [
    "It reaches a minimum within $0.001$ in 6 steps from $y_0=0.3$, and in 16 from $y_0=0.0001$",
    [0.001, arrivals(0.3)[1]!, 0.3, arrivals(0.0001)[1]!, 0.0001],
  ],
  ["it leads from $y_0=0.57$, where $H$ is nearly singular, to $y=15.8$", [0.57, leap]],
  ["here $1.1$, and takes 125", [1 + 0.1, arrivals(0.0001)[2]!]],
  ["$\\sqrt{200}(y-x^2)$", [200, 2]],
  [
    "six steps, with the same climb to $1411.8$. Damping prevents the climb and costs 21 steps",
    [f[2]!, stepsOf(newton({ variant: "damped" }))],
  ],
  [
    "Gauss–Newton is done in 2, and on the way it is at $2342.6$",
    [fit.length - 1, Math.max(...fit.map((frame) => frame.f))],
  ],
  [
    "For a thousand parameters that is $3.3\\cdot10^8$, a fraction of a second. For a million it is $3.3\\cdot10^{17}$",
    [...scientific(1e9 / 3), 8, ...scientific(1e18 / 3)].filter((_, i) => i !== 2),
  ],
  [
    "$10^{12}$ numbers of four bytes are 4000 gigabytes or 3725 *gibi*bytes ($2^{30}$ bytes each)",
    [10, 12, 4e12 / 1e9, 4e12 / 2 ** 30, 2, 30],
  ],
  ["give 3725 and call them gigabytes", [4e12 / 2 ** 30]],
  [
    "from $0.04$ at $10^{-2}$ to $4\\cdot10^{-6}$",
    [productError(1e-2), 10, -2, ...scientific(productError(1e-4))],
  ],
  ["near $10^{-5}$, with $5\\cdot10^{-8}$", [10, -5, ...scientific(productError(1e-5))]],
  ["At $10^{-8}$ the error is $1.1\\cdot10^{-5}$", [10, -8, ...scientific(productError(1e-8))]],
  [
    "about $\\varepsilon^{1/3}\\approx6\\cdot10^{-6}$ times as long",
    [1, 3, ...scientific(Math.cbrt(Number.EPSILON))],
  ],
  ["four rates, 4000 steps of each", [STEPS]],
  [
    "For 512 inputs and outputs that is half a million numbers in place of $6.9\\cdot10^{10}$",
    [layer, ...scientific(layer ** 4)],
  ],
  [
    "from 20 points, as in the cell above but from another start; its 31 parameters",
    [20, network.dim],
  ],
  ["measured by power iteration every 50 steps", [EVERY]],
  [
    "With $\\eta=0.1$ the limit is 20, and it plays no part. The sharpness goes from $3.61$ down a little and then up to $6.82$ after 4000 steps",
    [0.1, 2 / 0.1, sharpness(0.1)[0]!, sharpness(0.1).at(-1)!, STEPS],
  ],
  [
    "With $\\eta=0.3$ the limit is $6.67$, just where the first run was heading. The sharpness rises past it to $6.87$",
    [0.3, 2 / 0.3, Math.max(...sharpness(0.3))],
  ],
  [
    "in the second half it is between $3.985$ and $4.004$ at every look",
    range(trainings.get(0.5)!),
  ],
  ["in the second half it is between $2.45$ and $2.94$", range(trainings.get(0.8)!)],
];

/** Years, and numbers of chapters. */
const AS_GIVEN = new Set(["1669", "1690", "1740", "13", "16"]);

describe("the numbers of chapter 12", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that on Rosenbrock's function y − x² is −(Δx)² after every step, with positive curvatures before it", () => {
    for (let t = 1; t <= 5; t++) {
      const [x = 0, y = 0] = valley[t]!.x;
      const expected = -((x - valley[t - 1]!.x[0]!) ** 2);
      expect(Math.abs(y - x * x - expected)).toBeLessThan(1e-12);
      expect(symmetricEigen(rosenbrock.hessian(valley[t - 1]!.x)).values[0]).toBeGreaterThan(0);
    }
    const same = run(saddleFreeNewton(), rosenbrock, [-1.2, 1], { steps: 6 }).frames;
    expect(same[6]!.f).toBeLessThan(1e-18);
    expect(Math.max(...same.map((frame) => frame.f))).toBeCloseTo(f[2]!, 5);
  });

  it("say by how much Newton's step on Rosenbrock's function moves x", () => {
    for (let t = 1; t <= 5; t++) {
      const [x = 0, y = 0] = valley[t - 1]!.x;
      const expected = (1 - x) / (1 + 200 * (x * x - y));
      expect(valley[t]!.x[0]! - x).toBeCloseTo(expected, 10);
    }
  });

  it("say that a run from 1 on √(1 + x²) leaves 1 and −1 after some thirty steps in this package", () => {
    const rounded = objectiveFrom((x) => x.squared().plus(1).sqrt(), 1);
    const { frames } = run(newton(), rounded, [1], { steps: 60 });
    const left = frames.findIndex(({ x }) => Math.abs(Math.abs(x[0]!) - 1) > 0.01);
    expect(Math.abs(left - 30)).toBeLessThan(4);
  });

  it("say that gradient descent in thousandths stays at 2", () => {
    const small = objectiveFrom(
      (x, y) => x.over(1000).minus(1).power(4).plus(x.over(1000).minus(y).squared()),
      2,
    );
    const { frames } = run(gradientDescent({ learningRate: 0.1 }), small, [2000, 0], { steps: 5 });
    expect(frames[5]!.x[0]! / 1000).toBeCloseTo(2, 4);
  });

  it("say that a short range around 0.7 has a small second derivative, and that 0.7 is nearer to the hilltop than 0.8", () => {
    expect(Math.abs(bendAt(0.7))).toBeLessThan(0.2);
    expect(Math.abs(0.7 - 0.17)).toBeLessThan(Math.abs(0.8 - 0.17));
    for (const from of [0.5, 0.2, 0]) expect(endOf(from)).toBeCloseTo(0.16994, 4);
    expect([endOf(0.6), endOf(0.62)].map((end) => end.toFixed(1))).toEqual(["0.2", "1.1"]);
    expect([endOf(-0.48), endOf(-0.5)].map((end) => end.toFixed(1))).toEqual(["0.2", "-1.3"]);
  });

  it("say that the damped method stalls at the saddle and the repairs reach a minimum", () => {
    const ended = (method: Parameters<typeof run>[0]) =>
      run(method, saddleB, [1, 0.3], { steps: 100, gradientTolerance: 1e-8 });
    expect(ended(newton({ variant: "damped" })).outcome).toMatchObject({
      kind: "stalled",
      step: 2,
    });
    for (const method of [newton({ variant: "modified" }), saddleFreeNewton()])
      expect(Math.abs(ended(method).frames.at(-1)!.x[1]!)).toBeCloseTo(1, 6);
    expect(Math.abs(ended(newton()).frames.at(-1)!.x[1]!)).toBeLessThan(1e-6);
  });

  it("say that Gauss–Newton is linear at a minimum with large residuals, or fails", () => {
    // r = (x + 1, λx² + x − 1) has a minimum at 0 with the residuals 1 and −1, and H = 2 − 2λ there.
    const from = (lambda: number) => {
      const problem = leastSquares({
        dim: 1,
        residuals: ([x = 0]) => vec(x + 1, lambda * x * x + x - 1),
        jacobian: ([x = 0]) => [vec(1), vec(2 * lambda * x + 1)],
      });
      const { frames } = run(gaussNewton(), gaussNewtonModel(problem), [0.01], { steps: 4 });
      return frames.map(({ x }) => Math.abs(x[0]!));
    };
    const linear = from(0.9);
    expect(linear[4]! / linear[3]!).toBeGreaterThan(0.8);
    expect(linear[4]!).toBeLessThan(linear[3]!);
    const away = from(-2);
    expect(away[3]!).toBeGreaterThan(away[0]!);
  });

  it("say that Gauss–Newton goes to x = 1 at once and then solves the rest", () => {
    expect(fit[1]!.x[0]).toBeCloseTo(1, 12);
    expect(norm(fit[2]!.x.map((entry) => entry - 1))).toBeLessThan(1e-12);
  });

  it("say that the error of a product falls with h² down to 10⁻⁴ and is smallest near 10⁻⁵", () => {
    for (const h of [1e-1, 1e-2, 1e-3])
      expect(Math.abs(productError(h) / productError(h / 10) / 100 - 1)).toBeLessThan(0.01);
    const sizes = [-1, -2, -3, -4, -5, -6, -7, -8].map((power) => productError(10 ** power));
    expect(sizes.indexOf(Math.min(...sizes))).toBe(4);
  });

  it("say that thirteen doublings take a ten-thousandth near 1", () => {
    expect(1e-4 * 2 ** 13).toBeGreaterThan(0.8);
    expect(1e-4 * 2 ** 14).toBeGreaterThan(1);
  });

  it("say that the largest eigenvalue is the largest in size at every look", () => {
    for (const eta of trainings.keys()) {
      const worker = gradientDescent({ learningRate: eta }).inPlace!(startWeights())!;
      for (let t = 0; t <= STEPS; t++) {
        if (t % EVERY === 0) {
          const { values } = symmetricEigen(network.hessian!(worker.x));
          expect(values.at(-1)!).toBeGreaterThan(-values[0]!);
        }
        worker.advance(network, t + 1);
      }
    }
  });

  it("say that from some other starts the run with 0.8 blows up", () => {
    for (const seed of [5, 6]) {
      const method = gradientDescent({ learningRate: 0.8 });
      const { outcome } = run(method, network, startWeights(seed), { steps: 400 });
      expect(outcome.kind).toBe("diverged");
    }
  });

  it("say what the sharpness does at the four rates", () => {
    // η = 0.1: down a little, then up, ever more slowly.
    const slow = sharpness(0.1);
    expect(Math.min(...slow)).toBeGreaterThan(3.3);
    expect(slow[80]! - slow[60]!).toBeLessThan(slow[60]! - slow[40]!);
    // η = 0.3: past the limit, and a little below in the second half.
    for (const value of late(0.3, 2000)) {
      expect(value).toBeLessThan(2 / 0.3);
      expect(value).toBeGreaterThan(6.5);
    }
    // η = 0.5: several times over the limit in the first thousand steps.
    const early = sharpness(0.5).slice(0, 1000 / EVERY + 1);
    const over = early.filter((value, i) => value > 4 && early[i - 1]! <= 4);
    expect(over.length).toBeGreaterThanOrEqual(3);
    // Its loss goes up and down, and falls in the long run.
    const { loss } = trainings.get(0.5)!;
    expect(loss.some((value, i) => i > 40 && value > loss[i - 1]!)).toBe(true);
    expect(loss.at(-1)).toBeLessThan(loss[20]! / 2);
    // η = 0.8: mostly above, and no convergence.
    const above = late(0.8, 2000).filter((value) => value > 2.5);
    expect(above.length).toBeGreaterThan(0.8 * late(0.8, 2000).length);
    expect(Math.min(...trainings.get(0.8)!.loss)).toBeGreaterThan(0.03);
  });
});
