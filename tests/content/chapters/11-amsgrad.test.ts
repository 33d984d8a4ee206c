import { amsgradKernel, mulberry32 } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { gradientAt } from "#components/widgets/wrong-end/model.ts";
import {
  border,
  cycleOf,
  longCycle,
  spikeMemory,
  spikeStep,
  type Version,
  wrongEnd,
  yogiAt,
} from "./amsgrad-runs.ts";
import { type Ledger, testLedger } from "./ledger.ts";
import { prose } from "./prose.ts";

const text = prose("11-amsgrad.mdx");

const first = wrongEnd();
const [a, b, c] = cycleOf(3, 0.1, 0.1) as [
  { s: number; step: number },
  { s: number; step: number },
  { s: number; step: number },
];
const roots = [a, b, c].map(({ s }) => Math.sqrt(s)) as [number, number, number];
const usual = longCycle(0.999);
const short = longCycle(0.99);
const long = longCycle(0.9999);

/** |m|/√s some steps after a single gradient of 1, with no other gradient. */
function ratioAfter(silence: number, beta1: number, beta2: number): number {
  return ((1 - beta1) * beta1 ** silence) / Math.sqrt((1 - beta2) * beta2 ** silence);
}

/** The root of s without the spike: of 1 where the average is corrected first. */
const quiet = (version: Version, t: number) =>
  version === "optax" ? 1 : Math.sqrt(1 - 0.999 ** t);
/** By how much the spike has lowered the effective rate at step t: by the ratio of the roots. */
const lowered = (version: Version, t: number) =>
  Math.sqrt(spikeMemory(version, "sMax", t)) / quiet(version, t);
const longest = (version: Version) =>
  Array.from({ length: 49 }, (_, i) => spikeStep(version, i + 1)).reduce((x, y) => Math.max(x, y));

/** Words of the chapter → the numbers in them, recomputed. */
const ledger: Ledger = [
  [
    "It stands at $0.022$ after 3 steps, at $0.731$ after 30 and at $1.000$ after 300",
    [first.adam.xs[3]!, 3, first.adam.xs[30]!, 30, first.adam.xs[300]!, 300],
  ],
  ["it stands at $-0.301$, $-0.810$ and $-0.980$", [3, 30, 300].map((t) => first.amsgrad.xs[t]!)],
  ["which is $0.1$ for $C=3$", [1 / (1 + 3 ** 2), 3]],
  [
    "After 3000 steps Adam's regret per step is $0.672$, AMSGrad's $0.0124$",
    [3000, first.adam.regrets[3000]!, first.amsgrad.regrets[3000]!],
  ],
  [
    "For $C=3$ and $\\beta_2=0.1$ this is $8.207$, and then $s_b=1.721$ and $s_c=1.072$",
    [3, 0.1, a.s, b.s, c.s],
  ],
  [
    "but its step, $-0.1047$, is only $1.4$ and $1.1$ times as long as theirs, $0.0762$ and $0.0966$",
    [a.step, -a.step / b.step, -a.step / c.step, b.step, c.step],
  ],
  ["it is divided by $\\sqrt{8.207}=2.865$", [a.s, roots[0]]],
  ["they are divided by $1.312$ and $1.035$", [roots[1], roots[2]]],
  ["goes from $2.865$ down to $1.312$ and $1.035$", roots],
  ["from $1.035$ to $2.865$", [roots[2], roots[0]]],
  [
    "with $D=2$, $G=3$, $\\eta=0.5$, the bound is $0.248$ per step after 3000 steps; the run has $0.0124$",
    [
      2,
      3,
      0.5,
      ((2 ** 2 / (2 * 0.5) + 0.5 / Math.sqrt(0.9)) * 3) / Math.sqrt(3000),
      3000,
      first.amsgrad.regrets[3000]!,
    ],
  ],
  [
    "a single gradient of 100 among ones would count as $10000$, about a thousand times what the average makes of it at $\\beta_2=0.999$",
    [100, 100 ** 2, 0.999],
  ],
  [
    "$\\beta_1=0.9$, $\\beta_2=0.999$, $\\eta=1$ and gradients of 1, the first step is $3.16$ long and the twelfth $6.57$",
    [0.9, 0.999, 1, 1, spikeStep("paper", 1), spikeStep("paper", 12)],
  ],
  ["one of 100 at step 50", [100, 50]],
  ["By step 100", [100]],
  ["At step 6000 its steps are $0.987$ long", [6000, spikeStep("Adam", 6000)]],
  [
    "record is $\\bar s=10.05$, with the root $3.17$, and stays: steps of $0.315$",
    [
      spikeMemory("paper", "sMax", 6000),
      Math.sqrt(spikeMemory("paper", "sMax", 6000)),
      spikeStep("paper", 6000),
    ],
  ],
  ["up to $6.57$ at step 12", [longest("paper"), 12]],
  [
    "which is $0.049$ at step 50 and $0.865$ at step 2000",
    [1 - 0.999 ** 50, 50, 1 - 0.999 ** 2000, 2000],
  ],
  ["toward the paper's $0.315$", [spikeStep("paper", 6000)]],
  [
    "At step 50 that makes $206$ of $10.05$, and $206$ is kept: steps of $0.070$",
    [
      50,
      spikeMemory("optax", "sMax", 50),
      spikeMemory("optax", "s", 50),
      spikeMemory("optax", "sMax", 6000),
      spikeStep("optax", 6000),
    ],
  ],
  [
    "$\\beta_2=0.9$ takes Adam to $-0.990$ after 3000 steps",
    [0.9, wrongEnd({ beta2: 0.9 }).adam.xs[3000]!, 3000],
  ],
  ["changes its sign at $\\beta_2=0.472$", [border(3)]],
  [
    "At $C=10$, where the large gradient outweighs the small ones by far, $0.098$",
    [10, border(10)],
  ],
  ["at $C=2.1$, where they nearly balance, it takes $0.886$", [2.1, border(2.1)]],
  [
    "it is eleven times as large after 10 steps, $0.14$ at first and $1.58$ then",
    [10, ratioAfter(0, 0.9, 0.5), ratioAfter(10, 0.9, 0.5)],
  ],
  ["since $\\sqrt{0.999}=0.9995$", [0.999, Math.sqrt(0.999)]],
  [
    "a gradient of $1010$ in every 101st step, and $-10$ in the hundred between. The sum of a cycle is $1010-1000=10$",
    [1010, -10, 1010, 100 * 10, 1010 - 100 * 10],
  ],
  ["With $\\beta_2=0.99$ Adam is at $0.993$", [0.99, short.adam[10_000]!]],
  [
    "$0.146$ after ten thousand steps and $0.945$ after a hundred thousand",
    [usual.adam[10_000]!, usual.adam[100_000]!],
  ],
  ["With $0.9999$ it turns round and is at $-1.000$", [0.9999, long.adam[200_000]!]],
  [
    "is at $-0.817$ after a hundred thousand steps and at $-1.000$",
    [short.amsgrad[100_000]!, short.amsgrad[200_000]!],
  ],
  [
    "the run ends at $-1.000$ even with $\\beta_2=0.1$",
    [wrongEnd({ beta1: 0.9 }).adam.xs[3000]!, 0.1],
  ],
  ["The problem with 101 steps", [101]],
  [
    "at first by a factor of 14 in all three, and in the long run by 14 in Optax's and by 3 in the others",
    [lowered("paper", 50), lowered("optax", 6000), lowered("paper", 6000)],
  ],
];

/** Not a result: the default β₂, where the text only names it. */
const AS_GIVEN = new Set(["0.999"]);

describe("the numbers of chapter 11", () => {
  testLedger(text, ledger, AS_GIVEN);

  it("say that with β₂ = 0 each step has length η and a cycle moves by +η", () => {
    const steps = cycleOf(3, 0, 0.1).map(({ step }) => step);
    for (const step of steps) expect(Math.abs(step)).toBeCloseTo(0.1, 12);
    expect(steps.reduce((x, y) => x + y)).toBeCloseTo(0.1, 12);
  });

  it("say that s repeats the values of the formula", () => {
    for (const [C, beta2] of [
      [3, 0.1],
      [5, 0.6],
    ] as const) {
      const formula = ((1 - beta2) / (1 - beta2 ** 3)) * (C * C + beta2 + beta2 ** 2);
      expect(cycleOf(C, beta2, 1)[0]!.s).toBeCloseTo(formula, 10);
    }
  });

  it("say that the right end costs two thirds per step more than the left for C = 3", () => {
    const cost = (x: number) => [1, 2, 3].reduce((sum, t) => sum + gradientAt(t, 3) * x, 0) / 3;
    expect(cost(1) - cost(-1)).toBeCloseTo(2 / 3, 12);
    expect(cost(1)).toBeCloseTo((3 - 2) / 3, 12);
  });

  it("say that AMSGrad's regret keeps its bound at every step, and Adam's breaks it in the end", () => {
    const bound = (t: number) => (2 ** 2 / (2 * 0.5) + 0.5 / Math.sqrt(0.9)) * 3 * Math.sqrt(t);
    for (let t = 1; t <= 3000; t++)
      expect(first.amsgrad.regrets[t]! * t).toBeLessThanOrEqual(bound(t));
    expect(first.adam.regrets[3000]! * 3000).toBeGreaterThan(bound(3000));
  });

  it("say that the positive changes of Adam's w add up like T to 3/2, while AMSGrad's w grows like its last value", () => {
    const rises = (divided: readonly number[], T: number) => {
      const w = (t: number) => (Math.sqrt(divided[t]!) * Math.sqrt(t)) / 0.5;
      let sum = 0;
      for (let t = 1; t <= T; t++) sum += Math.max(0, w(t) - w(t - 1));
      return { sum, last: w(T) };
    };
    const growth = rises(first.adam.divided, 3000).sum / rises(first.adam.divided, 750).sum;
    expect(Math.abs(Math.log(growth) / Math.log(4) - 1.5)).toBeLessThan(0.05);
    const record = rises(first.amsgrad.divided, 3000);
    expect(record.sum).toBeCloseTo(record.last, 6);
  });

  it("say that the paper's and Optax's factor never grows, and that PyTorch's does after the spike", () => {
    const factor = (version: Version, t: number) =>
      spikeStep(version, t) / spikeMemory(version, "m", t);
    for (const version of ["paper", "optax"] as const)
      for (let t = 2; t <= 3000; t++)
        expect(factor(version, t)).toBeLessThanOrEqual(factor(version, t - 1) * (1 + 1e-9));
    expect(factor("pytorch", 2000)).toBeGreaterThan(2 * factor("pytorch", 60));
  });

  it("say that by step 100 the spike has left m", () => {
    expect(Math.abs(spikeMemory("Adam", "m", 100) - 1)).toBeLessThan(0.06);
  });

  it("say that the average of a spike of 100 among ones is about a thousandth of its square", () => {
    expect(Math.abs(spikeMemory("paper", "sMax", 50) / 10 - 1)).toBeLessThan(0.01);
  });

  it("say that the spike lowers the rate alike at first, and by 14 or by 3 in the long run", () => {
    for (const version of ["paper", "pytorch", "optax"] as const) {
      expect(Math.round(lowered(version, 50))).toBe(14);
      expect(Math.round(lowered(version, 6000))).toBe(version === "optax" ? 14 : 3);
    }
  });

  it("say that after 10 steps of silence the ratio is eleven times as large", () => {
    expect(Math.round(ratioAfter(10, 0.9, 0.5) / ratioAfter(0, 0.9, 0.5))).toBe(11);
  });

  it("say that with the rate η/√t PyTorch's w never shrinks and its regret keeps the bound", () => {
    const random = mulberry32(11);
    for (let stream = 0; stream < 50; stream++) {
      const beta2 = 0.05 + 0.949 * random();
      const [x, g, m, s, sMax] = [0, 1, 2, 3, 4].map(() => new Float64Array(1)) as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const [eta, G, D] = [0.5, 3, 2];
      const rare = 0.02 + 0.4 * random();
      let [before, met, slope] = [0, 0, 0];
      for (let t = 1; t <= 1000; t++) {
        g[0] = random() < rare ? G : -random();
        met += g[0] * x[0]!;
        slope += g[0];
        amsgradKernel(x, g, m, s, sMax, eta / Math.sqrt(t), 0, beta2, 0, t, "pytorch");
        x[0] = Math.max(-1, Math.min(1, x[0]!));
        const w = Math.sqrt((sMax[0]! * t) / (1 - beta2 ** t)) / eta;
        expect(w).toBeGreaterThanOrEqual(before);
        expect(sMax[0]! / (1 - beta2 ** t)).toBeLessThanOrEqual(G ** 2 * (1 + 1e-9));
        const bound = (D ** 2 / (2 * eta) + eta / Math.sqrt(1 - beta2)) * G * Math.sqrt(t);
        expect(met + Math.abs(slope)).toBeLessThanOrEqual(bound);
        before = w;
      }
    }
  });

  it("say that at the end the large gradient always meets x = 1 and the small ones less", () => {
    for (let t = 2701; t <= 3000; t++) {
      const met = first.adam.xs[t - 1]!;
      if (t % 3 === 1) expect(met).toBe(1);
      else expect(met).toBeLessThan(1);
    }
  });

  it("say that without corrections Adam with β₂ = 0.9999 goes left at once on the long cycle", () => {
    const [x, g, m, s, none] = [0, 1, 2, 3, 4].map(() => new Float64Array(1)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let t = 1; t <= 10_000; t++) {
      g[0] = t % 101 === 1 ? 1010 : -10;
      none[0] = 0;
      amsgradKernel(x, g, m, s, none, 0.01, 0.9, 0.9999, 0, t, "paper");
      expect(x[0]).toBeLessThan(0);
    }
    // With them it is to the right at first.
    expect(long.adam[1000]).toBeGreaterThan(0);
  });

  it("say that both methods run the long cycle at the rate 0.01 with corrections", () => {
    // The first corrected step has the length of the rate.
    for (const runs of [short, usual]) {
      expect(runs.adam[1]).toBeCloseTo(-0.01, 12);
      expect(runs.amsgrad[1]).toBeCloseTo(-0.01, 12);
    }
  });

  it("say that Yogi, whole batches and a memory that lengthens all go to the best place", () => {
    expect(yogiAt(3000)).toBeLessThan(-0.95);
    let [x, s] = [0, 0];
    for (let t = 1; t <= 3000; t++) {
      const g = gradientAt(t, 3);
      s += (g * g - s) / t;
      x = Math.max(-1, Math.min(1, x - ((0.5 / Math.sqrt(t)) * g) / Math.sqrt(s)));
    }
    expect(x).toBeLessThan(-0.95);
  });
});
