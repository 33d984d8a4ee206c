import {
  adadelta,
  adagrad,
  bowl,
  inverseSquareRoot,
  type RmspropOptions,
  rmsprop,
  run,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { constantStream } from "#components/widgets/step-lengths/streams.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";
import {
  fall,
  growth,
  inBowl,
  inUnits,
  lengthsOn,
  onRounds,
  stepsOfRprop,
  upward,
  upwardRms,
  withRounds,
} from "./rmsprop-runs.ts";

const text = prose("09-rmsprop.mdx");

/** A number as the prose writes it with a power of ten: mantissa, 10, exponent. */
function scientific(value: number): readonly [number, number, number] {
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  return [value / 10 ** exponent, 10, exponent];
}

const WARM = 0.09;
const cold = onRounds.rms(0.9);
const cold99 = onRounds.rms(0.99);
/** Sum of the cubes of a round: what each gradient's part in its own divisor makes. */
const cubes = 9 * 0.1 ** 3 - 0.9 ** 3;
/** Sum of g_t times the rest of s before it took in g_t, over 1 − ρ: what the order makes. */
const lagged = 0.1 * -0.08 * 36 + 0.9 * 0.72;
const growthPerRound = 1.2 ** 8 * 0.5;
const tries = [0.9, 0.99, 0.999];

const falling = lengthsOn(rmsprop({ learningRate: 0.01, rho: 0.9 }), fall, 400);
const stuck = lengthsOn(adagrad({ learningRate: 0.01 }), fall, 400);
/** Steps until ρᵏ has come down to 10⁻⁴. */
const outweighed = (rho: number) => Math.log(1e-4) / Math.log(rho);

/** The step in units of η from a full average s = g², by the package. */
function guarded(g: number, epsilonInside: boolean): number {
  const initialAccumulator = g * g;
  const options = { learningRate: 1, rho: 0.9, epsilon: 1e-8, epsilonInside, initialAccumulator };
  return lengthsOn(rmsprop(options), constantStream(g), 1)[1]!;
}
const guards = (g: number) => [guarded(g, false), guarded(g, true)];

const hop = (eta: number) => inBowl(rmsprop({ learningRate: eta, rho: 0.9 }), 2000);
const shrinking = inBowl(
  rmsprop({ learningRate: inverseSquareRoot({ learningRate: 0.1 }), rho: 0.9 }),
  2000,
);
const arrives = (frames: ReturnType<typeof hop>) =>
  frames.findIndex(({ x }) => Math.abs(x[0]!) < 0.05);

/** The first step of the hop at η = 0.1 whose effective rate on curvature 1 is above 2. */
const passes = hop(0.1).findIndex(({ state }, t) => t > 0 && 0.1 / Math.sqrt(state.s[0]!) > 2);

const unitless = rmsprop({ learningRate: 0.01, rho: 0.9 });
const ada8 = adadelta({ rho: 0.95, epsilon: 1e-8 });
const climbing = lengthsOn(adadelta({ rho: 0.95, epsilon: 1e-6 }), constantStream(1), 1000);
const loose = inBowl(adadelta({ rho: 0.95, epsilon: 1e-2 }), 2000);

/** Two thousand steps down a slope whose gradient is 1 all the way. */
const slid = (options: RmspropOptions) =>
  run(rmsprop({ learningRate: 0.01, rho: 0.9, epsilon: 1e-4, ...options }), bowl([1e-12]), [1e12], {
    steps: 2000,
  });
const inside = { centered: true, epsilon: 1e-8, epsilonInside: true };

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["against each sign, here $0.01$, the rate of all four methods", [0.01]],
  [
    "$(-9+1)\\cdot0.01=-0.08$ per round, and $-0.8$ after ten rounds",
    [-9, 1, 0.01, onRounds.signs[10]!, onRounds.signs[100]!],
  ],
  [
    "It has left the picture after 24 steps, and after 100 it is at $-381$",
    [onRounds.rprop.findIndex((x) => x < -0.9), 100, onRounds.rprop[100]!],
  ],
  ["It ends at $-0.199$, and closer to 0", [cold[100]!, 0]],
  ["is kept between $10^{-6}$ and $50$", [10, -6, 50]],
  [
    "first half alone ends at $-0.8$ and the whole at $-381$",
    [onRounds.signs[100]!, onRounds.rprop[100]!],
  ],
  ["$1.2^8\\cdot0.5=2.15$", [1.2, 8, 0.5, growthPerRound]],
  [
    "grows by $1.2^8\\cdot0.5^2=1.07$, and ends at $-2.64$",
    [1.2, 8, 0.5, 2, 1.2 ** 8 * 0.5 ** 2, onRounds.rpropMinus[100]!],
  ],
  ["condition numbers 25 and 10000, along the axes and turned by 45°", [25, 10_000, 45]],
  [
    "Turned, they need 185 steps, or more than 5000",
    [stepsOfRprop(25, 45), stepsOfRprop(10_000, 45) < 0 ? 5000 : Number.NaN],
  ],
  ["10 for $\\rho=0.9$ (exactly, $9.49$)", [1 / (1 - 0.9), 0.9, -1 / Math.log(0.9)]],
  ["$\\ln\\tfrac{1}{2}/\\ln\\rho=6.58$", [1, 2, Math.log(0.5) / Math.log(0.9)]],
  ["give it as $1/\\rho$, which would be $1.11$", [1, 1 / 0.9]],
  [
    "the mean size is 2 and the root mean square $\\sqrt5=2.236$",
    [(1 + 3) / 2, (1 + 9) / 2, Math.hypot(1, 3) / Math.SQRT2],
  ],
  ["one of which has 25 times the curvature", [25]],
  [
    "$3.16\\eta$ for $\\rho=0.9$, and $10\\eta$ for $0.99$",
    [1 / Math.sqrt(1 - 0.9), 0.9, 1 / Math.sqrt(1 - 0.99), 0.99],
  ],
  [
    "Of its drift of $-0.199$ at $\\rho=0.9$, $-0.130$ comes from the first round; at $\\rho=0.99$, $-0.379$ of $-0.444$",
    [cold[100]!, 0.9, cold[10]!, 0.99, cold99[10]!, cold99[100]!],
  ],
  [
    "$0.09$, and the drift after ten rounds is $-0.0747$, $-0.00712$ and $-0.000673$ for $\\rho=0.9$, $0.99$ and $0.999$",
    [WARM, ...tries.map((rho) => onRounds.rms(rho, WARM)[100]!), ...tries],
  ],
  ["0.1{\\Big(9r-0.08(1-\\rho)\\cdot45\\Big)}", [0.1, 0.09 - 0.01, 1, 45]],
  [
    "From the mean square, $0.109$, ten rounds take it down to $-0.0443$ at $\\rho=0.9$, and up to $0.0234$ at $0.99$",
    [(9 * 0.01 + 1) / 10, upwardRms(0.9), 0.9, upwardRms(0.99), 0.99],
  ],
  [
    "$(1-\\rho)\\sum g_t^3=-0.72(1-\\rho)$. And in this fixed order the large one meets the divisor at its lowest: $+0.36(1-\\rho)$",
    [1, 3, cubes, 1, lagged, 1],
  ],
  ["=-0.36(1-\\rho)", [-0.1 * 0.08 * 45, 1]],
  [
    "$-\\frac{0.36}{2\\cdot0.027}\\eta(1-\\rho)=-6.67\\eta(1-\\rho)$",
    [0.36, 2, WARM ** 1.5, 1, -0.36 / (2 * WARM ** 1.5), 1],
  ],
  [
    "With $\\eta=0.01$ and $\\rho=0.999$ that is $-0.000667$ after ten rounds, where the run has $-0.000673$",
    [
      0.01,
      0.999,
      ((-0.36 / (2 * WARM ** 1.5)) * 0.01 * 10) / 1000,
      onRounds.rms(0.999, WARM)[100]!,
    ],
  ],
  ["The gradient is 10 for 200 steps and then $0.1$", [fall(200)[0]!, 200, fall(201)[0]!]],
  [
    "at $t=200$ is $7.07\\cdot10^{-4}$, and at 201 it is $7.07\\cdot10^{-6}$: its sum holds $200\\cdot10^2$",
    [200, ...scientific(stuck[200]!), 201, ...scientific(stuck[201]!), 200, 10, 2],
  ],
  ["falls as sharply, to $1.05\\cdot10^{-4}$", scientific(falling[201]!)],
  [
    "grows by $1/\\sqrt\\rho$ per step, $5.4\\%$ at $\\rho=0.9$",
    [1, 100 * (1 / Math.sqrt(0.9) - 1), 0.9],
  ],
  [
    "That is after $k=87$ steps, or $\\ln10^4=9.2$ time constants; at $t=300$ the step is $8.9\\cdot10^{-3}$, and at 400 it is back at $\\eta=0.01$. With $\\rho=0.99$ it takes 916 steps",
    [
      outweighed(0.9),
      10,
      4,
      Math.log(1e4),
      300,
      ...scientific(falling[300]!),
      400,
      falling[400]!,
      0.99,
      outweighed(0.99),
    ],
  ],
  ["| $10^{-3}$ | 1.0000 | 0.9950 |", [10, -3, ...guards(1e-3)]],
  ["| $10^{-6}$ | 0.9901 | 0.0100 |", [10, -6, ...guards(1e-6)]],
  ["| $10^{-8}$ | 0.5000 | 0.0001 |", [10, -8, ...guards(1e-8)]],
  ["| $10^{-10}$ | 0.0099 | 0.000001 |", [10, -10, ...guards(1e-10)]],
  [
    "with $\\eta=0.1$ both coordinates end between $\\pm0.05$",
    [0.1, Math.abs(hop(0.1)[2000]!.x[1]!)],
  ],
  ["times the sum of the curvatures, $0.0325$", [hop(0.1)[2000]!.f]],
  ["loses at most $5.1\\%$ per step", [100 * (1 - Math.sqrt(0.9))]],
  [
    "$\\theta_1$ is within $10^{-19}$ of the minimum when its rate passes 2, at step 99",
    [10, -19, 2, passes],
  ],
  [
    "SGD is within $0.0001$ of the minimum after 400000 steps, RMSprop at $-0.0205$ with $\\rho=0.9$ and at $-0.0018$ with $0.99$",
    [0.0001, 400_000, withRounds(0.9), 0.9, withRounds(0.99), 0.99],
  ],
  [
    "With Keras's $\\eta=0.001$ the bound is $3.16$: on curvatures below $0.632$",
    [0.001, 0.001 / Math.sqrt(1e-7), (2 * Math.sqrt(1e-7)) / 0.001],
  ],
  ["to $\\pm0.0011$ after 2000 steps", [Math.abs(shrinking[2000]!.x[0]!), 2000]],
  [
    "first comes within $0.05$ after 376 steps, with the constant rate after 54",
    [0.05, arrives(shrinking), arrives(hop(0.1))],
  ],
  [
    "after 50 steps it is at $0.100$ in place of $-3.419$, and it ends by hopping between $\\pm0.5$",
    [50, inUnits(unitless, 100), inUnits(unitless, 1), (100 * 0.01) / 2],
  ],
  ["after 50 steps $-2.124$ in place of $-3.976$", [50, inUnits(ada8, 100), inUnits(ada8, 1)]],
  ["$\\epsilon=10^{-8}=100^2\\cdot10^{-12}$", [10, -8, 100, 2, 10, -12]],
  [
    "it needs 1000 steps to get from $0.0045$ to $0.0085$ (by the formula, $0.0084$)",
    [1000, climbing[1]!, climbing[1000]!, Math.sqrt(1e-6 / 0.05 + 0.05 * 1e-6 * 1000)],
  ],
  ["past $\\tfrac{2}{25}=0.08$", [2, 25, 2 / 25]],
  [
    "the loss is $3\\cdot10^{-27}$ after 100 steps, $12.7$ after 500 and $59.7$ after 2000",
    [...scientific(loose[100]!.f), 100, loose[500]!.f, 500, loose[2000]!.f, 2000],
  ],
  [
    "At $2.5$ it comes up again, to $1.9$ after 2000 steps",
    [2.5, inBowl(adadelta({ rho: 0.95, epsilon: 1e-2 }), 2000, [1, 2.5])[2000]!.f, 2000],
  ],
  [
    "For $\\lambda=25$ and $\\epsilon=10^{-2}$ that is $0.03105$. A run of 20000 steps has $0.03107$ on average over its second half, with $\\rho=0.95$ as with $\\rho=0.9$ ($0.03106$)",
    [
      25,
      10,
      -2,
      ((25 * 0.01) / 8) * (1 - 4 / 625),
      20_000,
      growth(25, 0.95, 1e-2),
      0.95,
      0.9,
      growth(25, 0.9, 1e-2),
    ],
  ],
  ["makes 2000 steps of length $\\eta$, 20 in all", [2000, 1e12 - slid({}).frames[2000]!.x[0]!]],
  [
    "take steps of $\\eta/10^{-4}=100$",
    [10, -4, slid(inside).frames[1999]!.x[0]! - slid(inside).frames[2000]!.x[0]!],
  ],
];

/** Not results: a bound of Rprop, years, chapters, curvatures that the text only names. */
const AS_GIVEN = new Set(["1993", "2012", "14", "25", "50", "100"]);

describe("the numbers of chapter 9", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that Rprop goes through the same points whatever the curvatures", () => {
    expect(stepsOfRprop(25, 0)).toBe(stepsOfRprop(10_000, 0));
  });

  it("say that the drift of a warm start is proportional to 1 − ρ", () => {
    const drift = (rho: number) => onRounds.rms(rho, WARM)[100]! / (1 - rho);
    expect(drift(0.9999) / (-6.667 * 0.01 * 10)).toBeCloseTo(1, 2);
  });

  it("say that a steady gradient's steps are η/√(1 − ρᵗ)", () => {
    const steps = lengthsOn(rmsprop({ learningRate: 1, rho: 0.9 }), constantStream(3), 30);
    for (const t of [1, 2, 10, 30]) expect(steps[t]).toBeCloseTo(1 / Math.sqrt(1 - 0.9 ** t), 7);
  });

  it("say that a steady slope's steps grow by (1 − ρ)ε in their squares, in the long run", () => {
    const steps = lengthsOn(adadelta({ rho: 0.95, epsilon: 1e-6 }), constantStream(1), 3000);
    expect((steps[3000]! ** 2 - steps[2000]! ** 2) / 1000 / (0.05 * 1e-6)).toBeCloseTo(1, 3);
  });

  it("say that the two guards differ by a factor of at most √2, at g = ε", () => {
    const epsilon = 1e-3;
    const ratios = [-6, -4, -3, -2, 0].map((power) => {
      const g = 10 ** power;
      return (g + epsilon) / Math.sqrt(g * g + epsilon * epsilon);
    });
    expect(Math.max(...ratios)).toBeCloseTo(Math.SQRT2, 12);
    expect(ratios.indexOf(Math.max(...ratios))).toBe(2);
  });

  it("say that Adadelta's loss grows at the same pace for other curvatures above 2", () => {
    for (const lambda of [2.5, 4, 100])
      expect(
        growth(lambda, 0.95, 1e-3) / (((lambda * 1e-3) / 8) * (1 - 4 / lambda ** 2)),
      ).toBeCloseTo(1, 2);
    expect(inBowl(adadelta({ rho: 0.95, epsilon: 1e-2 }), 2000, [1, 2])[2000]!.f).toBeLessThan(
      1e-20,
    );
  });

  it("say that Adadelta in φ with ε = 10⁻¹² is where it is in θ with 10⁻⁸", () => {
    const small = inUnits(adadelta({ rho: 0.95, epsilon: 1e-12 }), 100);
    expect(small).toBeCloseTo(inUnits(ada8, 1), 6);
  });

  it("say that the centred form ends in a root of a negative number, with ε outside alone", () => {
    const { frames, outcome } = slid({ centered: true });
    const { x, state } = frames.at(-1)!;
    const [g, s, m] = [1e-12 * x[0]!, state.s[0]!, state.m![0]!];
    const mean = 0.9 * m + (1 - 0.9) * g;
    expect(0.9 * s + (1 - 0.9) * g * g - mean * mean).toBeLessThan(0);
    expect(outcome.kind).toBe("diverged");
    expect(frames.length).toBeLessThan(1000);
    expect(slid(inside).outcome.kind).toBe("budget");
  });

  it("say that the mean of the larger round says up, and that SGD arrives with rounds added", () => {
    expect([...Array(10).keys()].reduce((sum, t) => sum + upward(t + 1)[0]!, 0)).toBeLessThan(0);
    expect(Math.abs(withRounds())).toBeLessThan(0.0001);
  });

  it("say that the run is at 10⁻¹⁹ when its rate passes 2, and comes back out", () => {
    expect(Math.abs(hop(0.1)[passes]!.x[0]!)).toBeLessThan(1e-19);
    expect(Math.abs(hop(0.1)[2000]!.x[0]!)).toBeGreaterThan(0.049);
  });

  it("say that Keras's RMSprop converges below a curvature of 0.632, and not above", () => {
    const keras = rmsprop({ learningRate: 0.001, rho: 0.9, epsilon: 1e-7, epsilonInside: true });
    const [low, high] = [0.62, 0.65].map((lambda) => inBowl(keras, 20_000, [lambda], [1]));
    expect(Math.abs(low![20_000]!.x[0]!)).toBeLessThan(1e-12);
    expect(Math.abs(high![20_000]!.x[0]!)).toBeGreaterThan(1e-4);
  });

  it("say that AdaGrad's sum has doubled two million steps after the fall", () => {
    expect((2e6 * fall(201)[0]! ** 2) / (200 * fall(200)[0]! ** 2)).toBeCloseTo(1, 12);
  });

  it("say that a gradient in its own divisor alone makes twice the drift of the fixed order", () => {
    expect(cubes + lagged).toBeCloseTo(-0.36, 12);
    expect(cubes / (cubes + lagged)).toBeCloseTo(2, 12);
  });

  it("say that gradient descent is back after every round", () => {
    for (const t of [10, 50, 100]) expect(onRounds.descent[t]).toBeCloseTo(0, 12);
  });
});
