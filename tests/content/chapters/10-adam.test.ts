import { adam, gauss, momentum, mulberry32, rmsprop } from "@downhill/optim";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { forgetfulAdam } from "#components/widgets/bowl-runs/broken-adam.ts";
import { MOMENTUM } from "#components/widgets/bowl-runs/model.ts";
import { forgetful, inRavine, nadamSteps, ravine, staysLow, stepsFor } from "./adam-runs.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("10-adam.mdx");

/** By what steps are too long without the correction. */
const tooLong = (t: number, beta2 = 0.999) => (1 - 0.9 ** t) / Math.sqrt(1 - beta2 ** t);
const uncorrected = stepsFor(() => 7, 5000, { corrected: false });
const longer = stepsFor(() => 7, 100, { beta2: 0.9999, corrected: false });

/** Long enough for both corrections to be over. */
const QUIET = 20_000;
const after = (g: (j: number) => number, options?: { beta1?: number; beta2?: number }) =>
  stepsFor((t) => (t <= QUIET ? 0 : g(t - QUIET)), QUIET + 300, options).slice(QUIET);
const one = after((j) => (j === 1 ? 5 : 0));
const staying = after(() => 5);
const growth = 0.999 / 0.9;
const growing = after((j) => growth ** j);
const withoutMomentum = after(() => 5, { beta1: 0 });
const shortMemory = after((j) => (0.95 / 0.9) ** j, { beta2: 0.95 });
const longest = (beta1: number, beta2: number) =>
  (1 - beta1) / Math.sqrt(1 - beta2) / Math.sqrt(1 - beta1 ** 2 / beta2);

const normal = gauss(mulberry32(5));
const onlyNoise = stepsFor(() => normal(), 20_000).slice(10_000);
const rms = Math.hypot(...onlyNoise) / Math.sqrt(onlyNoise.length);
const alternating = stepsFor((t) => (t % 2 === 1 ? 2 : -2), 20_000).at(-2)!;

const right = inRavine(adam({ learningRate: 0.1 }), 7100);
const wrong = inRavine(forgetfulAdam(0.1), 300);
const worst = (from: number, to: number) =>
  Math.max(...wrong.slice(from, to + 1).map(({ f }) => f));
const uncorrectedRun = (learningRate: number) =>
  inRavine(adam({ learningRate, biasCorrection: false }), 20);
const withMemoryOfTen = inRavine(adam({ learningRate: 0.1, beta2: 0.9 }), 1000);
const hopping = inRavine(rmsprop({ learningRate: 0.1, rho: 0.9 }), 1000);
/** The step after a past of equal gradients and a silence. */
const afterDense = (silent: number) =>
  stepsFor((t) => (t > 20_000 && t <= 20_000 + silent ? 0 : 1), 20_001 + silent).at(-1)!;
const snr = 1 / Math.sqrt(1 + 3 ** 2);
/** The mean of the sign of 1 + 3 z for normal z: twice the density from 0 to 1/3, by midpoints. */
const expectedSign =
  (2 / 3000 / Math.sqrt(2 * Math.PI)) *
  Array.from({ length: 1000 }, (_, i) => Math.exp(-(((i + 0.5) / 3000) ** 2) / 2)).reduce(
    (a, b) => a + b,
  );
const signs = gauss(mulberry32(7));
const meanSign =
  Array.from({ length: 400_000 }, () => Math.sign(1 + 3 * signs())).reduce((a, b) => a + b) /
  400_000;
const noisy = stepsFor(() => 1 + 3 * normal(), 60_000).slice(10_000);
const again = right.slice(1000).reduce((a, b) => (b.f > a.f ? b : a));
const stiffness = ({ k, state }: (typeof right)[number]) =>
  (25 * 0.1) / Math.sqrt(state.s[1]! / (1 - 0.999 ** k));
const limit = (2 * (1 + 0.9)) / (1 - 0.9);
const unstable = right.findIndex((frame) => frame.k > 0 && stiffness(frame) > limit);

const dozat = nadamSteps("constant", 20);
const ruder = nadamSteps("ruder", 20);
const torch = nadamSteps("pytorch", 20);
const scheduled = nadamSteps("dozat", 20);
const lengths = Array.from({ length: 100 }, (_, i) => forgetful(i + 1));

/** Settings that the text only names, and the number of a chapter. */
const GIVEN = new Set(["0.999", "0.9", "0.95", "16"]);

/** A number as the prose writes it with a power of ten: mantissa, 10, exponent. */
function scientific(value: number): readonly [number, number, number] {
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  return [value / 10 ** exponent, 10, exponent];
}

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  ["(\\theta_1^2+25\\theta_2^2)$", [2, ravine.L!, 2]],
  ["| 0.002, 0.002, 0.002, … | 0.002 | 0.002 | 1 |", [0.002, 0.002, 0.002, 0.002, 0.002, 1]],
  ["| ±0.105 | 2 | ±0.0526 |", [(2 * 0.1) / 1.9, 2, Math.abs(alternating)]],
  [
    "| about 1 ± 0.69 | about 3.16 | on average about 0.316 |",
    [1, 3 * Math.sqrt(0.1 / 1.9), Math.sqrt(1 + 9), snr],
  ],
  [
    "| ratio $r_t$ | 3.162 | 4.250 | 5.797 | 6.528 | **6.569** | 6.241 | 3.241 | 1.594 | 1.258 | 1.003 |",
    [1, 2, 5, 10, 12, 20, 100, 500, 1000, 5000].map((t) => uncorrected[t]!),
  ],
  [
    "| step $t$ | 1 | 2 | 5 | 10 | 12 | 20 | 100 | 500 | 1000 | 5000 |",
    [1, 2, 5, 10, 12, 20, 100, 500, 1000, 5000],
  ],
  ["$\\sqrt{0.001}$, about $\\frac1{32}$", [1 - 0.999, 1, 1 / Math.sqrt(0.001)]],
  [
    "With $\\beta_2=0.9999$ they begin 10 times too long and come to $20.7$ times",
    [0.9999, longer[1]!, Math.max(...longer)],
  ],
  [
    "At $\\eta=0.1$ and after 1000 steps the loss is then $8.4\\cdot10^{-6}$ in place of $0.0325$",
    [0.1, 1000, ...scientific(withMemoryOfTen[1000]!.f), hopping[1000]!.f],
  ],
  ["twenty steps at $\\eta=0.05$ should lead", [0.05]],
  ["At $\\eta=0.05$ that is even quicker", [0.05]],
  [
    "At $\\eta=0.3$ it does harm: after 15 steps the loss is $3.82$ without the correction and $0.322$ with it",
    [0.3, 15, uncorrectedRun(0.3)[15]!.f, inRavine(adam({ learningRate: 0.3 }), 20)[15]!.f],
  ],
  [
    "well over $10000$ steps: after 1000 the step is $0.165\\eta$, after 5000 $1.14\\eta$",
    [10_000, 1000, afterDense(1000), 5000, afterDense(5000)],
  ],
  ["For a mean of 1 and a standard deviation of 3 that is $0.316\\eta$", [1, 3, snr]],
  ["come to $0.261\\eta$ on average", [expectedSign]],
  ["a root mean square of $0.38\\eta$", [Math.hypot(...noisy) / Math.sqrt(noisy.length)]],
  ["makes a step of $0.1\\eta$ only", [1 - 0.9]],
  ["$10^{-8}$ by default", [10, -8]],
  ["with $\\eta=0.001$ a weight moves", [0.001]],
  ["\\sqrt{1-\\beta_2}}=3.162\\eta", [1, one[1]!]],
  ["and $31.6\\eta$ with $\\beta_1=0$", [withoutMomentum[1]!, 0]],
  [
    "next step is $2.85\\eta$, the one after $2.56\\eta$. In all, a single gradient moves the weight by $32\\eta$",
    [one[2]!, one[3]!, one.reduce((a, b) => a + b)],
  ],
  ["the steps grow to $6.57\\eta$", [Math.max(...staying)]],
  ["grow by 11 % at every step", [100 * (growth - 1)]],
  ["\\approx7.27\\eta. \\label{longest}", [Math.max(...growing)]],
  ["$\\beta_2/\\beta_1=1.11$", [growth]],
  ["$\\sqrt{\\frac{1-\\beta_1}{1+\\beta_1}}\\eta=0.23\\eta$", [1, 1, rms]],
  ["=\\frac1{19}$", [1, 1.9 / 0.1]],
  [
    "At $\\eta=0.1$ Adam needs 95 steps until the loss stays below $0.001$ if the axes lie along the ravine, and 145 if they lie at 45°",
    [0.1, staysLow(0), 0.001, staysLow(45), 45],
  ],
  ["at $0.3$ it is 91 and 85", [0.3, staysLow(0, 0.3), staysLow(45, 0.3)]],
  [
    "With the curvature 400 in place of 25 it does not: at $0.1$ it is 108 and 995 steps, and at $\\eta=1$ still 115 and 212",
    [
      ...[400, 25, 0.1, staysLow(0, 0.1, 400), staysLow(45, 0.1, 400)],
      ...[1, staysLow(0, 1, 400), staysLow(45, 1, 400)],
    ],
  ],
  ["no step is longer than $1.009\\eta$", [0.1 / (1 - 0.9 / 0.999)]],
  ["{1-\\beta_1/\\beta_2}=1.009", [1, 0.1 / (1 - 0.9 / 0.999)]],
  ["it is $0.002$", [0.002]],
  [
    "have the size 100. Then $z$ is 100, still $36.8$ a thousand steps later, and 1 again after 4603",
    [100, 100, 100 * 0.999 ** 1000, 1, Math.ceil(Math.log(0.01) / Math.log(0.999))],
  ],
  [
    "jumps to $3.3$ only, and is at $2.2$ after a thousand steps",
    [Math.sqrt(0.999 + 10), Math.sqrt(1 + 0.001 * 9999 * 0.999 ** 1000)],
  ],
  [
    "the first step is $1.9\\eta$ instead of the $1.474\\eta$ of $\\eqref{nadam}$. After ten steps they are $1.054\\eta$ and $1.008\\eta$",
    [ruder[1]!, dozat[1]!, ruder[10]!, dozat[10]!],
  ],
  [
    "it starts with $1.056\\eta$, falls to $0.731\\eta$ at step 4 and is at $0.945\\eta$ at step 20",
    [
      torch[1]!,
      Math.min(...torch.slice(1)),
      torch.indexOf(Math.min(...torch.slice(1))),
      torch[20]!,
      20,
    ],
  ],
  ["the first step is $1.310\\eta$", [scheduled[1]!]],
  ["has caught up at step 200", [200]],
  [
    "$3.162\\eta/r_t$, which falls to $0.481\\eta$ at step 12 and then climbs to $3.162\\eta$",
    [
      forgetful(1e6),
      Math.min(...lengths),
      1 + lengths.indexOf(Math.min(...lengths)),
      forgetful(1e6),
    ],
  ],
  [
    "loss in steps 101 to 150 is $0.070$, in steps 251 to 300 it is $0.117$; Adam ends at $3.0\\cdot10^{-13}$",
    [101, 150, worst(101, 150), 251, 300, worst(251, 300), ...scientific(right[300]!.f)],
  ],
  ["$7.77$ against $4.60$", [wrong[10]!.f, right[10]!.f]],
  ["$0.001$ is a first guess", [0.001]],
  ["$31.6\\hat\\epsilon$ at the first step", [1 / Math.sqrt(1 - 0.999)]],
  ["with $\\beta_2=0.95$ (): a memory of 20 steps", [0.95, 1 / (1 - 0.95)]],
  [
    "is then $0.447\\eta$, and $\\eqref{longest}$ is $1.16\\eta$",
    [0.1 / Math.sqrt(0.05), Math.max(...shortMemory)],
  ],
  ["\\frac{2(1+\\beta_1)}{1-\\beta_1}=38$", [2, 1, 1, limit]],
  [
    "it passes 38 at step 6541, where $\\theta_2$ has come down below $10^{-148}$",
    [limit, unstable, 10, Math.ceil(Math.log10(Math.abs(right[unstable]!.x[1]!)))],
  ],
  ["at step 7069 the loss is back at $0.0991$", [again.k, again.f]],
  ["times too long: $3.16$ at first, $6.57$ at most", [uncorrected[1]!, Math.max(...uncorrected)]],
  ["$3.16\\eta$ after a silence, and never more than $7.27\\eta$", [one[1]!, longest(0.9, 0.999)]],
];

describe("the numbers of chapter 10", () => {
  testLedger(text, ledger, GIVEN);

  it("follow the formulas beside them", () => {
    for (const t of [1, 5, 12, 100, 5000]) {
      expect(uncorrected[t]).toBeCloseTo(tooLong(t), 9);
      expect(forgetful(t) * tooLong(t)).toBeCloseTo(0.1 / Math.sqrt(0.001), 9);
    }
    expect(rms).toBeCloseTo(Math.sqrt(0.1 / 1.9), 2);
    expect(Math.max(...growing)).toBeCloseTo(longest(0.9, 0.999), 3);
    expect(Math.max(...shortMemory)).toBeCloseTo(longest(0.9, 0.95), 3);
  });
});

describe("what chapter 10 claims", () => {
  it("holds for streams of all kinds: no step of Adam is longer than 7.27 η", () => {
    const random = mulberry32(8);
    for (let trial = 0; trial < 40; trial++) {
      const pace = 1 + 0.3 * random();
      const steps = stepsFor(
        (t) => (random() < 0.1 ? 0 : pace ** (t % 90) * (random() - 0.2)),
        400,
      );
      expect(Math.max(...steps.map(Math.abs))).toBeLessThan(longest(0.9, 0.999));
    }
  });

  it("holds with β₂ = 0.95 at every step, though the correction shortens the first averages", () => {
    for (let t = 1; t < 200; t++) {
      const ratio = 0.9 ** 2 / 0.95;
      const series = (0.1 ** 2 / 0.05) * ((1 - ratio ** t) / (1 - ratio));
      expect(Math.sqrt(series) / tooLong(t, 0.95)).toBeLessThanOrEqual(longest(0.9, 0.95));
    }
    expect(tooLong(1, 0.95)).toBeLessThan(1);
    for (let t = 1; t < 20_000; t++) expect(tooLong(t)).toBeGreaterThanOrEqual(1);
  });

  it("has a sign weigh on average too, and Adam’s steps smaller", () => {
    expect(meanSign).toBeCloseTo(expectedSign, 2);
    expect(noisy.reduce((a, b) => a + b) / noisy.length).toBeCloseTo(snr, 1);
    expect(stepsFor((t) => (t === 1 ? 1 : 2), 2)[2]).not.toBeCloseTo(
      stepsFor((t) => (t === 1 ? 4 : 2), 2)[2]!,
      2,
    );
  });

  it("is quicker for a while without the correction at the small rate", () => {
    const right = inRavine(adam({ learningRate: 0.05 }), 20);
    expect(uncorrectedRun(0.05)[15]!.f).toBeLessThan(right[15]!.f);
  });

  it("leads one unit far in twenty steps with the correction, and past the minimum without", () => {
    const [start, end] = [0, 20].map((t) => inRavine(adam({ learningRate: 0.05 }), 20)[t]!.x[0]!);
    expect(end! - start!).toBeCloseTo(1, 1);
    expect(uncorrectedRun(0.05)[20]!.x[0]).toBeGreaterThan(0);
  });

  it("has RMSprop jump from wall to wall in the end, and Adam go on down", () => {
    const hops = inRavine(rmsprop({ learningRate: 0.1, rho: 0.9 }), 300).slice(-20);
    hops.slice(1).forEach(({ x }, i) => {
      expect(x[1]! * hops[i]!.x[1]!).toBeLessThan(0);
    });
    expect(right[300]!.f).toBeLessThan(1e-10 * hops.at(-1)!.f);
    // Momentum's limit on the steep curvature: η·25c below 2(1 + β).
    expect((2 * 1.9) / (MOMENTUM.learningRate * 25)).toBeCloseTo(15.2, 9);
    expect(inRavine(momentum(MOMENTUM), 200)[200]!.f).toBeLessThan(1e-6);
  });

  it("rounds ε to 0 in half precision", () => {
    // The smallest number of half precision is 2⁻²⁴; half of it and less is rounded to 0.
    expect(1e-8).toBeLessThan(2 ** -25);
  });

  it("says of names with underscores what TeX makes of them", () => {
    const set = (tex: string) =>
      katex.renderToString(tex, { throwOnError: true, output: "mathml" });
    // Each underscore lowers the one letter after it.
    expect(set("unbiased_moment_1")).toContain("<msub><mi>d</mi><mi>m</mi></msub>");
    expect(() => set("moment_1_t")).toThrow(/Double subscript/);
  });
});
