import {
  adagrad,
  adagradKernel,
  adam,
  adamKernel,
  bowl,
  gradientDescent,
  type Method,
  minimize,
  type Objective,
  rmsprop,
  rmspropKernel,
  run,
  type StochasticObjective,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import {
  type Example,
  errorsAt,
  examplesOf,
  rareExamples,
  rareRun,
  sweeps,
} from "#components/widgets/rare-feature/model.ts";
import {
  FREQUENCY,
  RATES,
  type Runner,
  STREAMS,
  TRUE_WEIGHTS,
} from "#components/widgets/rare-feature/state.ts";
import { rotatedRuns } from "#components/widgets/rotated-ravine/model.ts";
import { changingStream, streamObjective } from "#components/widgets/step-lengths/streams.ts";
import { allExercises } from "../exercises/exercise-files.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose, scientific } from "./prose.ts";

const text = prose("08-adagrad.mdx");

// The stream of the first figure.
const examples = examplesOf(5);
const rareCount = rareExamples(examples).length;
const errors = (runner: Runner, eta: number) => {
  const one = rareRun(examples, runner, eta);
  return [100, 300, 1000].map((t) => errorsAt(one, t)!);
};
const sgd = errors("SGD", 0.02);
const ada = errors("AdaGrad", 0.5);
const swept = (runner: Runner) => sweeps().find((one) => one.runner === runner)!;
/** How far the weights of a run end from the true ones. */
const ends = (stream: readonly Example[], runner: Runner, eta: number) =>
  errorsAt(rareRun(stream, runner, eta), stream.length) ?? [Infinity, Infinity];
const streams = (deviation?: number) =>
  Array.from({ length: STREAMS }, (_, i) => examplesOf(i + 1, deviation));
const farAway = streams().filter((stream) => Math.max(...ends(stream, "SGD", 0.2)) > 10).length;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[(values.length - 1) / 2]!;
/** What is left of a square in Adam's average after one more step, as the figure runs it. */
const adamMemory = (() => {
  const [w, m, s] = [new Float64Array(1), new Float64Array(1), Float64Array.of(1)];
  adamKernel(w, new Float64Array(1), m, s, 0.1, 0.9, 0.999, 1e-8, 1);
  return s[0]!;
})();
/** The best rate when the frequent feature has deviation 1. */
function bestLevel(runner: Runner, rates: readonly number[]) {
  const all = rates.map((eta) => ({
    eta,
    error: median(streams(1).map((stream) => ends(stream, runner, eta)[1])),
  }));
  return all.reduce((a, b) => (b.error < a.error ? b : a));
}
const level = {
  SGD: bestLevel("SGD", [...RATES.SGD, 0.25, 0.3, 0.4, 0.5]),
  AdaGrad: bestLevel("AdaGrad", RATES.AdaGrad),
};
/** RMSprop with retention 0.999 at its best rate. */
const longMemory = Math.min(
  ...RATES.RMSprop.map((eta) =>
    median(
      streams().map((stream) => {
        const [w, s] = [new Float64Array(2), new Float64Array(2)];
        for (const { x, y } of stream) {
          const residual = w[0]! * x[0] + w[1]! * x[1] - y;
          const g = Float64Array.of(residual * x[0], residual * x[1]);
          rmspropKernel(w, g, s, eta, 0.999, 1e-8);
        }
        return Math.abs(w[1]! - TRUE_WEIGHTS[1]);
      }),
    ),
  ),
);
const best = (runner: Runner) => swept(runner).best;

// The bowl with curvatures 1 and 25.
const inBowl = (learningRate: number) =>
  run(adagrad({ learningRate }), bowl([1, 25]), [-4, 1], { steps: 100 }).frames;
const left = (eta: number) => Math.abs(inBowl(eta)[100]!.x[0]!);
const startSlopes = bowl([1, 25]).gradient(Float64Array.of(-4, 1));

/** Where 100 steps without the root lead. */
function rootless(eta: number, unit = 1): readonly [number, number] {
  const f = bowl([unit, 25 * unit]);
  const theta = Float64Array.of(-4, 1);
  const s = [0, 0];
  for (let t = 1; t <= 100; t++) {
    const g = f.gradient(theta);
    for (const i of [0, 1]) {
      s[i]! += g[i]! ** 2;
      theta[i]! -= (eta * g[i]!) / s[i]!;
    }
  }
  return [theta[0]!, theta[1]!];
}

// Streams of one coordinate.
function lengths(method: Method, stream: Objective | StochasticObjective, steps = 1000) {
  const { frames } = run(method, stream, [0], { steps });
  return frames.map(({ x }, t) => Math.abs(x[0]! - (frames[t - 1]?.x[0] ?? 0)));
}
const seldom = streamObjective(1, (t) => [t % 50 === 1 ? 1 : 0]);
const rarely = {
  adagrad: lengths(adagrad({ learningRate: 0.5 }), seldom),
  rmsprop: lengths(rmsprop({ learningRate: 0.05, rho: 0.9 }), seldom),
  adam: lengths(adam({ learningRate: 0.05 }), seldom),
};
const moves = (steps: readonly number[]) => steps.filter((length) => length > 0).length;
const fall = lengths(
  adagrad({ learningRate: 0.01 }),
  streamObjective(1, changingStream(10, 200, 0.1)),
);
const constant = minimize(
  adagrad({ learningRate: 0.1 }),
  streamObjective(1, () => [2]),
  [0],
  {
    steps: 1000,
  },
);
const way = Math.abs(constant.x[0]!);
/** 2√T − Σ 1/√t for a large T. */
function deficit(T: number): number {
  let sum = 0;
  for (let t = T; t >= 1; t--) sum += 1 / Math.sqrt(t);
  return 2 * Math.sqrt(T) - sum;
}
/** The first step for a gradient g in units of η, when s starts at 0.1 and ε is inside the root. */
function firstFromTenth(g: number): number {
  const method = adagrad({
    learningRate: 1,
    initialAccumulator: 0.1,
    epsilon: 1e-7,
    epsilonInside: true,
  });
  return lengths(
    method,
    streamObjective(1, () => [g]),
    1,
  )[1]!;
}

/** How many times the flat coordinate's rate is the steep one's, after t steps of the first cell. */
function rateRatio(steps: number): number {
  const { frames } = run(adagrad({ learningRate: 0.5 }), bowl([1, 25]), [-4, 1], { steps });
  const [flatSum, steepSum] = [...frames[steps]!.state.s];
  return Math.sqrt(steepSum! / flatSum!);
}

// The turned ravine.
const turned = (angle: number) =>
  Object.fromEntries(rotatedRuns(angle, 1).map(({ runner, losses }) => [runner, losses[40]!]));
const flat = turned(0);
/** Gradient descent from this start, at its best rate and as far as that leads. */
const bestDescent = Array.from({ length: 1000 }, (_, i) => (i + 1) * 2e-5)
  .map((eta) => {
    const method = gradientDescent({ learningRate: eta });
    return { eta, f: minimize(method, bowl([1, 100]), [-4, 1], { steps: 40 }).f };
  })
  .reduce((a, b) => (b.f < a.f ? b : a));
const ratesAt45 = (() => {
  const phi = Math.PI / 4;
  const [c, s] = [Math.cos(phi), Math.sin(phi)];
  const start = [-4 * c - s, -4 * s + c];
  const { frames } = run(adagrad({ learningRate: 1 }), bowl([1, 100], phi), start, { steps: 40 });
  return [...frames[40]!.state.s].map((sum) => 1 / Math.sqrt(sum));
})();

/** The regret of AdaGrad on the stream, and what the bound says. */
function game(eta: number) {
  const w = new Float64Array(2);
  const s = new Float64Array(2);
  let [regret, farthest] = [0, 0];
  for (const { x, y } of examples) {
    farthest = Math.max(farthest, Math.abs(w[0]! - 1), Math.abs(w[1]! - 2));
    const residual = w[0]! * x[0] + w[1]! * x[1] - y;
    const unavoidable = x[0] + 2 * x[1] - y;
    regret += (residual ** 2 - unavoidable ** 2) / 2;
    adagradKernel(w, Float64Array.of(residual * x[0], residual * x[1]), s, eta, 1e-12);
  }
  const bound = (farthest ** 2 / (2 * eta) + eta) * (Math.sqrt(s[0]!) + Math.sqrt(s[1]!));
  return { regret, bound };
}
const played = game(0.5);

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  [
    "noise of deviation $0.1$. The frequent feature $x_1$ is normal with deviation 3, the rare one $x_2$ is 1 with probability $0.02$",
    [0.1, 3, 1, FREQUENCY],
  ],
  ["$\\eta=0.02$ has the frequent weight to within $0.004$ after", [0.02, sgd[0]![0]]],
  [
    "still wrong by $1.85$, after three hundred by $1.63$, after a thousand by $1.18$",
    sgd.map((error) => error[1]),
  ],
  ["is at $0.78$, $0.27$ and $0.008$ by then", ada.map((error) => error[1])],
  ["There are 26 such examples", [rareCount]],
  ["$2\\cdot0.98^{26}=1.18$", [2, 1 - 0.02, rareCount, 2 * 0.98 ** rareCount]],
  ["so it lies below $2/9$: with $\\eta=0.2$", [2, 3 ** 2, 0.2]],
  ["the run ends more than 10 away in 15 of the 21 streams", [10, farAway, STREAMS]],
  ["the bowl with curvatures 1 and 25 and shows", [1, 25]],
  [
    "whose gradient is $-4$ at the start, begins with the rate $0.125$. The second, whose gradient is 25, begins with $0.02$",
    [startSlopes[0]!, 0.5 / 4, startSlopes[1]!, 0.5 / 25],
  ],
  [
    "with $\\eta=0.1$ lead to $(-3.87,0.98)$, with $\\eta=1$ to $(-2.61,0.78)$",
    [0.1, ...rootless(0.1), 1, ...rootless(1)],
  ],
  ["After 1000 steps with $\\eta=0.1$ the run has gone $6.180$", [1000, 0.1, way]],
  ["where $2\\eta\\sqrt T$ is $6.325$", [2, 2 * 0.1 * Math.sqrt(1000)]],
  ["it tends to $1.46\\eta$", [deficit(1_000_000)]],
  ["the median over 21 different streams", [21]],
  [
    "SGD is wrong by $0.19$, at $\\eta=0.12$. AdaGrad is wrong by $0.035$, at $\\eta=0.7$",
    [best("SGD").error, best("SGD").eta, best("AdaGrad").error, best("AdaGrad").eta],
  ],
  [
    "then SGD comes to $0.033$ at $\\eta=0.2$, AdaGrad to $0.031$ at $0.6$",
    [level.SGD.error, level.SGD.eta, level.AdaGrad.error, level.AdaGrad.eta],
  ],
  ["leave $0.9^{50}=0.005$ of it", [0.9, 50, 0.9 ** 50]],
  ["average has the retention $0.999$ too", [adamMemory]],
  ["With $\\rho=0.999$ RMSprop comes to $0.036$", [0.999, longMemory]],
  ["guessing costs $\\log7=1.95$", [7, Math.log(7)]],
  ["At their best they come to $0.066$ and $0.056$", [best("RMSprop").error, best("Adam").error]],
  ["50 examples without the rare feature", [50]],
  ["AdaGrad moves 20 times in a thousand steps", [moves(rarely.adagrad)]],
  ["RMSprop moves 20 times too, always by $0.158$", [moves(rarely.rmsprop), rarely.rmsprop[951]!]],
  [
    "the bowl with curvatures 1 and 25 the ratio of the two rates was $6.25$ at",
    [1, 25, rateRatio(1)],
  ],
  ["not 25, because", [25]],
  ["By step 20 it is $2.9$", [20, rateRatio(20)]],
  [
    "AdaGrad with $\\eta=1$ comes down to $f=9.1\\cdot10^{-6}$ in 40 steps",
    [1, ...scientific(flat.AdaGrad!), 40],
  ],
  ["comes to $0.029$ and gradient descent", [flat.momentum!]],
  [
    "with $\\eta=2/101$, its best rate for the worst start, to $11.7$",
    [2, 1 + 100, flat["gradient descent"]!],
  ],
  [
    "For this start its best rate is $0.019$, which comes to $1.7$",
    [bestDescent.eta, bestDescent.f],
  ],
  [
    "Turned by 15° AdaGrad is at $0.64$, by 30° at $2.1$, by 45° at $2.9$",
    [15, turned(15).AdaGrad!, 30, turned(30).AdaGrad!, 45, turned(45).AdaGrad!],
  ],
  ["After 40 steps the two rates are $0.0125$ and $0.0131$", [40, ...ratesAt45]],
  ["comes to $1.2\\cdot10^{-5}$ at every angle", scientific(turned(45)["full matrix"]!)],
  [
    "Gradients of 10 for 200 steps and of $0.1$ from then on, with $\\eta=0.01$: step 200 has length $7.07\\cdot10^{-4}$, step 201 length $7.07\\cdot10^{-6}$, and step 1000 has still $7.07\\cdot10^{-6}$",
    [
      10,
      200,
      0.1,
      0.01,
      200,
      ...scientific(fall[200]!),
      201,
      ...scientific(fall[201]!),
      1000,
      ...scientific(fall[1000]!),
    ],
  ],
  ["add $0.01$ each to a sum of $20000$", [0.1 ** 2, 200 * 10 ** 2]],
  [
    "is $2.32$ with $\\eta=0.1$, $0.110$ with $0.4$, $2.3\\cdot10^{-7}$ with 1 and $1.7\\cdot10^{-24}$ with 2. With $0.01$",
    [left(0.1), 0.1, left(0.4), 0.4, ...scientific(left(1)), 1, ...scientific(left(2)), 2, 0.01],
  ],
  ["PyTorch's default, it is $3.82$ of the 4", [left(0.01), 4]],
  ["the regret is $10.2$ after 1000 examples", [played.regret, 1000]],
  ["For the true weights it says $93$", [played.bound]],
  ["but for one of $0.01$ it is $0.03\\eta$", [0.01, firstFromTenth(0.01)]],
];

/** Not results: years, the number of a chapter, angles and counts that are settings. */
const AS_GIVEN = new Set(["2010", "2011", "16", "45", "100", "1000", "25"]);

describe("the numbers of chapter 8", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that AdaGrad's error stays below 0.09 from 0.5 to 2", () => {
    for (const { eta, error } of swept("AdaGrad").errors)
      if (eta >= 0.5 && eta <= 2) expect(error).toBeLessThan(0.09);
  });

  it("say that without the root a loss ten times as large needs ten times the rate", () => {
    for (const eta of [0.1, 1])
      for (const i of [0, 1]) expect(rootless(10 * eta, 10)[i]).toBeCloseTo(rootless(eta)[i]!, 9);
    expect(Math.hypot(...rootless(10))).toBeLessThan(1e-9);
  });

  it("say that multiplying the loss changes nothing with the root", () => {
    const end = (unit: number) =>
      minimize(adagrad({ learningRate: 0.5, epsilon: 0 }), bowl([unit, 25 * unit]), [-4, 1], {
        steps: 30,
      }).x;
    for (const unit of [0.001, 10, 1e6])
      for (const i of [0, 1]) expect(end(unit)[i]).toBeCloseTo(end(1)[i]!, 9);
  });

  it("say that Adam moves in every step, by nine tenths of the one before", () => {
    expect(moves(rarely.adam)).toBe(1000);
    expect(rarely.adam[952]! / rarely.adam[951]!).toBeCloseTo(0.9, 2);
    const without = rarely.adam.filter((_, t) => t % 50 !== 1);
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b);
    expect(sum(without) / sum(rarely.adam)).toBeCloseTo(0.9, 2);
    expect(moves(rarely.adagrad)).toBe(20);
    // RMSprop’s step after a silence: η/√(1 − ρ).
    expect(rarely.rmsprop[951]!).toBeCloseTo(0.05 / Math.sqrt(0.1), 3);
  });

  it("say that no step is longer than η along any axis", () => {
    for (const eta of [0.1, 1, 10]) {
      const frames = inBowl(eta);
      frames.slice(1).forEach(({ x }, t) => {
        for (const i of [0, 1])
          expect(Math.abs(x[i]! - frames[t]!.x[i]!)).toBeLessThanOrEqual(eta * (1 + 1e-12));
      });
    }
  });

  it("say that at 45° no rate brings AdaGrad below 2.7", () => {
    for (let eta = 0.1; eta <= 10; eta *= 1.05) {
      const losses = rotatedRuns(45, eta).find(({ runner }) => runner === "AdaGrad")!.losses;
      expect(losses[40]).toBeGreaterThan(2.7);
    }
  });

  it("say that with η = 10 and no root the run ends nearer than AdaGrad's with 1", () => {
    expect(Math.abs(rootless(10)[0])).toBeLessThan(left(1));
  });

  it("say that the best fixed rate of a coordinate is D over the length of its list", () => {
    const [D, squares] = [3, 1 + 4 + 0.25];
    const cost = (r: number) => D ** 2 / (2 * r) + (r / 2) * squares;
    const r = D / Math.sqrt(squares);
    for (const factor of [0.5, 0.99, 1.01, 2]) expect(cost(r * factor)).toBeGreaterThan(cost(r));
  });

  it("say that the bound holds, for every rate", () => {
    for (const eta of [0.05, 0.5, 1.4, 5]) {
      const { regret, bound } = game(eta);
      expect(regret).toBeLessThan(bound);
    }
  });

  it("say that a first step from s = 0.1 is nearly η for a gradient of 1", () => {
    expect(firstFromTenth(1)).toBeGreaterThan(0.95);
  });

  it("say that the lemma of the derivation holds for any squares", () => {
    let s = 0;
    for (const g of [3, 0.1, 0, 40, 2e-5, 1]) {
      const before = s;
      s += g * g;
      expect(g ** 2 / Math.sqrt(s)).toBeLessThanOrEqual(
        2 * (Math.sqrt(s) - Math.sqrt(before)) + 1e-12,
      );
    }
  });
});

describe("the exercises of chapter 8", () => {
  it("state the distances of the bowl as they are", () => {
    const data = allExercises().find(({ id }) => id === "true-of-adagrad")?.data;
    if (data?.kind !== "choice") throw new Error("it asks to choose");
    const tuning = data.options.find(({ text }) => text.includes("needs no tuning"))?.feedback;
    expect(tuning).toContain(`$${left(0.1).toFixed(1)}$ with $\\eta=0.1$`);
    expect(tuning).toContain("$2\\cdot10^{-7}$ with $\\eta=1$");
    expect(left(1)).toBeCloseTo(2e-7, 7);
  });
});
