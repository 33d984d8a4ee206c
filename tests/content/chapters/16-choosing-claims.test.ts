import {
  adagrad,
  adam,
  adamw,
  amsgrad,
  averaged,
  bowl,
  createOracle,
  gauss,
  gradientDescent,
  lion,
  type Method,
  minimize,
  momentum,
  mulberry32,
  muon,
  newtonSchulz,
  prodigy,
  rmsprop,
  run,
  scheduleFreeAdamw,
  scheduleFreeSgd,
  sgdw,
  shampooKernel,
} from "@downhill/optim";
import { describe, expect, it } from "vitest";
import type { Standing } from "#components/widgets/digits-tournament/standings.ts";
import { storedEntries } from "#components/widgets/digits-tournament/stored.ts";
import { storedRows } from "#components/widgets/rate-sensitivity/stored.ts";
import {
  band,
  entry,
  fair,
  floorOfMean,
  grid,
  lambdas,
  meanLoss,
  quintic,
  RATES,
  races,
  spreads,
  standing,
  standings,
  start,
} from "./16-choosing-runs.ts";

describe("the claims of chapter 16 that numbers show", () => {
  it("say that gradient descent does the same with the penalty as with decay", () => {
    const options = { learningRate: 0.1, weightDecay: 0.3 };
    const withPenalty = run(gradientDescent(options), bowl(lambdas), start, { steps: 20 }).frames;
    const beside = run(sgdw({ ...options, beta: 0, decayBy: "rate" }), bowl(lambdas), start, {
      steps: 20,
    }).frames;
    expect(beside.at(-1)?.x[0]).toBeCloseTo(withPenalty.at(-1)?.x[0] as number, 12);
    const heavy = (method: Method) => run(method, bowl(lambdas), start, { steps: 20 }).frames;
    const remembered = heavy(momentum({ ...options, learningRate: 0.01, beta: 0.9 })).at(-1);
    const decayed = heavy(sgdw({ ...options, learningRate: 0.01, beta: 0.9, decayBy: "rate" })).at(
      -1,
    );
    expect(Math.abs((remembered?.x[0] as number) - (decayed?.x[0] as number))).toBeGreaterThan(
      1e-3,
    );
  });

  it("say that Shampoo's first step and Muon's limit are UVᵀ", () => {
    // A gradient that is a turn times a scaling times another turn.
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const [d, e] = [Math.cos(-0.4), Math.sin(-0.4)];
    const U = [c, -s, s, c];
    const V = [d, -e, e, d];
    const times = (A: readonly number[], B: readonly number[]) =>
      [0, 1].flatMap((i) =>
        [0, 1].map((j) => (A[2 * i] ?? 0) * (B[j] ?? 0) + (A[2 * i + 1] ?? 0) * (B[2 + j] ?? 0)),
      );
    const turned = [V[0], V[2], V[1], V[3]] as number[];
    const G = times(U, times([3, 0, 0, 0.5], turned));
    const goal = times(U, turned);
    const x = new Float64Array(4);
    const [L, R] = [new Float64Array(4), new Float64Array(4)];
    shampooKernel(x, Float64Array.from(G), L, R, [2, 2], 1, 1e-12);
    goal.forEach((entry, i) => {
      expect(x[i]).toBeCloseTo(-entry, 9);
    });
    // Muon's five steps leave the directions alone, and the singular values in the band.
    const near = newtonSchulz(Float64Array.from(G), 2);
    const inside = times([U[0], U[2], U[1], U[3]] as number[], times([...near], V));
    expect(inside[1]).toBeCloseTo(0, 9);
    expect(inside[2]).toBeCloseTo(0, 9);
    for (const i of [0, 3]) {
      expect(inside[i]).toBeGreaterThan(Math.min(...band));
      expect(inside[i]).toBeLessThan(Math.max(...band));
    }
  });

  it("say that the lowest training losses have the largest shares, and that Rprop is last by far", () => {
    const lowest = standings.toSorted((a, b) => a.loss - b.loss).slice(0, 3);
    expect(lowest.map(({ title }) => title)).toEqual(["SOAP", "Schedule-free AdamW", "Muon"]);
    expect(standings.slice(0, 3).map(({ title }) => title)).toEqual([
      "SOAP",
      "Muon",
      "Schedule-free AdamW",
    ]);
    const widest = standings.find(
      ({ rights }) => 100 * (Math.max(...rights) - Math.min(...rights)) === spreads[29],
    );
    expect(widest?.title).toBe("RAdam");
    expect(standings.filter(({ atEdge }) => atEdge).map(({ title }) => title)).toEqual([
      "Adadelta",
    ]);
    const losses = storedEntries
      .find(({ method }) => method === "adafactor")
      ?.search.slice(-3)
      .map(({ loss }) => loss);
    expect(new Set(losses).size).toBe(1);
    expect(standings).toHaveLength(30);
    expect(standings.at(-1)?.title).toBe("Rprop");
    expect((standings[28] as Standing).right - (standings[29] as Standing).right).toBeGreaterThan(
      0.035,
    );
  });

  it("say in which hollow three of the methods end", () => {
    const ends = races["three hollows"]?.map(({ racer, finish }) => [
      racer,
      finish.kind === "arrived" ? finish.at : "",
    ]);
    expect(Object.fromEntries(ends ?? [])).toMatchObject({
      "gradient descent": "A",
      Adam: "B",
      momentum: "C",
    });
  });

  it.each<readonly [number, Method]>([
    [0, gradientDescent({ learningRate: 1 })],
    [1, momentum({ learningRate: 1, beta: 0.9 })],
    [1, lion()],
    [1, muon()],
    [1, scheduleFreeSgd()],
    [2, adam()],
    [2, adamw()],
    [2, scheduleFreeAdamw()],
    [3, amsgrad()],
    [1, adagrad()],
    [1, rmsprop()],
    [4, prodigy()],
  ])("say that so many arrays are kept: %d", (arrays, method) => {
    const state = method.init(createOracle(bowl(lambdas)), Float64Array.from(start));
    const kept = Object.entries(state).filter(
      ([name, value]) => name !== "x" && value instanceof Float64Array,
    );
    expect(kept).toHaveLength(arrays);
  });

  it("say that nine of the twelve methods come below 0.05 at three or four rates", () => {
    const widths = storedRows.map(
      ({ losses }) => losses.filter((loss) => loss !== null && loss < 0.05).length,
    );
    expect(widths).toHaveLength(12);
    expect(widths.filter((width) => width === 3 || width === 4)).toHaveLength(9);
  });

  it("say in the exercise that six are within a factor of two, at rates from 0.1 to 10", () => {
    const bests = storedRows
      .map(({ method, losses }) => {
        const best = Math.min(...losses.map((loss) => loss ?? Number.POSITIVE_INFINITY));
        return { method, best, rate: RATES[losses.indexOf(best)] };
      })
      .toSorted((a, b) => a.best - b.best)
      .slice(0, 7);
    const [first, , , , , sixth, seventh] = bests;
    expect((sixth?.best as number) / (first?.best as number)).toBeLessThan(2);
    expect((seventh?.best as number) / (first?.best as number)).toBeGreaterThan(2);
    expect(Object.fromEntries(bests.slice(0, 6).map(({ method, rate }) => [method, rate]))).toEqual(
      {
        AMSGrad: 0.1,
        Adam: 0.3,
        Nadam: 0.3,
        momentum: 1,
        Nesterov: 1,
        "schedule-free": 10,
      },
    );
    expect(first?.best.toFixed(4)).toBe("0.0012");
    expect(sixth?.best.toFixed(4)).toBe("0.0022");
    for (const { method, losses } of storedRows)
      expect([method, (losses[2] as number) > 0.25]).toEqual([method, true]);
    expect(entry("momentum", 3)).toBeGreaterThan(entry("momentum", 1e-4));
    expect(entry("momentum", 10)).toBeGreaterThan(entry("momentum", 3));
  });

  it("say that gradient descent is third on the other seeds, and that plain averaging diverges", () => {
    const others = Object.values(fair).map(({ other }) => other);
    expect(Math.max(...others)).toBe(fair.descent.other);
    expect(Number.isFinite(meanLoss(scheduleFreeSgd({ learningRate: 0.3, beta: 0 }), 1))).toBe(
      false,
    );
  });

  it("say that gradient descent chooses the same rate on forty sets of seeds", () => {
    const chosen = Array.from({ length: 40 }, (_, set) => {
      const losses = grid.map((learningRate) =>
        meanLoss(gradientDescent({ learningRate }), 8, 100, 1 + 8 * set),
      );
      return losses.indexOf(Math.min(...losses.map((loss) => (loss >= 0 ? loss : 1e9))));
    });
    expect(new Set(chosen).size).toBe(1);
  });

  it("say that off a quadratic the mean stays off by a multiple of η", () => {
    // eˣ − x, least at 0.
    const late = (rate: number) => {
      const noise = gauss(mulberry32(1));
      let [x, sum] = [0, 0];
      for (let t = 0; t < 400_000; t++) {
        x -= rate * (Math.exp(x) - 1 + noise());
        sum += x / 400_000;
      }
      return sum;
    };
    expect(Math.abs(late(0.3) / (-0.3 / 4) - 1)).toBeLessThan(0.3);
    expect(Math.abs(late(0.1) / (-0.1 / 4) - 1)).toBeLessThan(0.3);
  });

  it("say that no quintic as steep at 0 brings all of 0.01 to 1 to 1", () => {
    for (let c = -4; c <= 8; c += 0.02) {
      const b = 1 - 3.4445 - c;
      const ends = Array.from({ length: 100 }, (_, i) => {
        let sigma = (i + 1) / 100;
        for (let n = 0; n < 40; n++) sigma = 3.4445 * sigma + b * sigma ** 3 + c * sigma ** 5;
        return sigma;
      });
      expect(ends.every((sigma) => Math.abs(sigma - 1) < 0.1)).toBe(false);
    }
    expect(quintic(1).toFixed(2)).toBe("0.70");
  });

  it("say that the best rates on digits are a tenth of those on crescents", () => {
    const bestOf = (name: string) => {
      const losses = storedRows.find(({ method }) => method === name)?.losses ?? [];
      return RATES[losses.indexOf(Math.min(...losses))] as number;
    };
    for (const [there, here] of [
      ["Adam", "Adam"],
      ["Lion", "Lion"],
      ["momentum", "Momentum"],
      ["SGD", "SGD"],
    ] as const)
      expect(Math.abs(bestOf(there) / standing(here).rate - 10)).toBeLessThan(0.8);
    for (const name of ["SGD", "Adadelta", "schedule-free"]) expect(bestOf(name)).toBe(10);
  });

  it.each([0.3, 1, 3])("say in the exercise that AdaGrad passes at the rate %d", (learningRate) => {
    const losses = Array.from({ length: 20 }, (_, i) => {
      const uniform = mulberry32(i + 1);
      const normal = gauss(mulberry32(i + 1001));
      const gradient = ([w1 = 0, w2 = 0]: Iterable<number> & ArrayLike<number>) => {
        const rare = uniform() < 0.02 ? 1 : 0;
        const frequent = 3 * normal();
        const residual = (w1 - 1) * frequent + (w2 - 2) * rare - 0.1 * normal();
        return Float64Array.of(residual * frequent, residual * rare);
      };
      const stream = { dim: 2, value: () => 0, gradient };
      const end = minimize(adagrad({ learningRate }), stream, [0, 0], { steps: 999 }).x;
      return (9 * ((end[0] as number) - 1) ** 2 + 0.02 * ((end[1] as number) - 2) ** 2) / 2;
    });
    expect(losses.reduce((sum, loss) => sum + loss, 0) / 20).toBeLessThan(0.003);
  });

  it("say that a mean has no η in what noise leaves of it", () => {
    for (const learningRate of [0.03, 0.06]) {
      const late = averaged(gradientDescent({ learningRate }), { start: 751 });
      expect(Math.abs(meanLoss(late, 400, 1000) / floorOfMean - 1)).toBeLessThan(0.25);
    }
  });

  it("say that Adam with a large ε is momentum, but for the correction of the first steps", () => {
    const epsilon = 1e8;
    const big = adam({ learningRate: (k) => 0.01 * epsilon * (1 - 0.9 ** k), epsilon });
    const ewa = momentum({ learningRate: 0.01, beta: 0.9, convention: "ewa" });
    const at = (method: Method) => run(method, bowl(lambdas), start, { steps: 100 }).frames.at(-1);
    at(ewa)?.x.forEach((entry, i) => {
      expect(at(big)?.x[i]).toBeCloseTo(entry, 5);
    });
  });
});
