import { mulberry32 } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { type Ledger, testLedger } from "../chapters/ledger.ts";
import { prose } from "../chapters/prose.ts";

const STEPS = 3_000_000;
const inOrder = (t: number) => (t % 101 === 1 ? 1010 : -10);

/** The paper's algorithm 2, written from its formulas; without the record it is Adam. */
function walk(
  record: boolean,
  slopes: (t: number) => number,
  { eta = 1, beta2 = 0.99, look = 0 } = {},
) {
  let [x, m, v, vHat, regret, looked] = [0, 0, 0, 0, 0, 0];
  for (let t = 1; t <= STEPS; t++) {
    const g = slopes(t);
    regret += g * x - g * -1;
    m = 0.9 * m + (1 - 0.9) * g;
    v = beta2 * v + (1 - beta2) * g * g;
    vHat = record ? Math.max(vHat, v) : v;
    x = Math.min(1, Math.max(-1, x - ((eta / Math.sqrt(t)) * m) / Math.sqrt(vHat)));
    if (t === look) looked = x;
  }
  return { x, regret: regret / STEPS, looked };
}

const drawn = (record: boolean, look = 0) =>
  [1, 2, 3, 4, 5].map((seed) => {
    const chance = mulberry32(seed);
    return walk(record, () => (chance() < 0.01 ? 1010 : -10), { look });
  });

const adam = walk(false, inOrder);
const amsgrad = walk(true, inOrder);
const byChance = drawn(true, 100_000);
const ends = byChance.map(({ x }) => x);

const ledger: Ledger = [
  ["sum to $-1000$ and the large one is $1010$", [-10 * 100, 1010]],
  ["Adam ends at $1.000$, with an average regret of $0.233$", [adam.x, adam.regret]],
  ["than $\\frac{20}{101}=0.198$", [20, 101, 20 / 101]],
  ["AMSGrad ends at $-0.997$, with $0.039$ and falling", [amsgrad.x, amsgrad.regret]],
  [
    "With $\\beta_2=0.999$ Adam still ends at $1.000$, with $0.9999$ at $-0.996$",
    [
      0.999,
      walk(false, inOrder, { beta2: 0.999 }).x,
      0.9999,
      walk(false, inOrder, { beta2: 0.9999 }).x,
    ],
  ],
  ["outweighs the others of its cycle by $1\\%$", [100 * (1010 / 1000 - 1)]],
  [
    "by $40\\%$ with $\\beta_2=0.99$, by $4.9\\%$ with $0.999$, by $0.5\\%$ with $0.9999$",
    [0.99, 0.999, 0.9999].flatMap((beta2) => [100 * (1 - beta2 ** (101 / 2)), beta2]),
  ],
  ["AMSGrad ends between $-0.895$ and $-0.989$", [Math.max(...ends), Math.min(...ends)]],
  ["the drift of $0.2$ per step", [0.01 * 1010 - 0.99 * 10]],
];

/** The losses of the paper; a number to try. */
const AS_GIVEN = new Set(["1010", "101", "1100"]);

describe("the numbers of the notebook on Adam and AMSGrad", () => {
  testLedger(prose("05-adam-goes-the-wrong-way.mdx", "notebooks"), ledger, AS_GIVEN);

  it("Adam ends above 0.98 in each of the five draws", () => {
    for (const { x } of drawn(false)) expect(x).toBeGreaterThan(0.98);
  });

  it("after a hundred thousand steps the five runs of AMSGrad are far apart", () => {
    const looked = byChance.map(({ looked }) => looked);
    expect(Math.max(...looked) - Math.min(...looked)).toBeGreaterThan(1);
  });

  it("in fixed order Adam ends at the same place with every rate of the slider", () => {
    for (const eta of [0.1, 5]) expect(walk(false, inOrder, { eta }).x).toBeCloseTo(1, 3);
  });
});
