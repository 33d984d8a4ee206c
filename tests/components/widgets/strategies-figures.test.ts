import { delayedRateLimit, ewa, numericGradient, type Vec } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { firstLayers, normRuns } from "#components/widgets/batch-normalization/model.ts";
import { type Layer, lossOf } from "#components/widgets/batch-normalization/network.ts";
import { normFields, RATES, SCALES } from "#components/widgets/batch-normalization/state.ts";
import { normSummary } from "#components/widgets/batch-normalization/words.ts";
import { course, stopping } from "#components/widgets/early-stopping/model.ts";
import { LOOKS } from "#components/widgets/early-stopping/state.ts";
import { stoppingSummary } from "#components/widgets/early-stopping/words.ts";
import { localModel, optimum, restingPoint } from "#components/widgets/local-steps/model.ts";
import { STEPS as LOCAL_SHOWN, LOCAL_STEPS } from "#components/widgets/local-steps/state.ts";
import { localSummary } from "#components/widgets/local-steps/words.ts";
import { estimates, sortedLimit, stream } from "#components/widgets/order-matters/model.ts";
import { orderFields } from "#components/widgets/order-matters/state.ts";
import { orderSummary } from "#components/widgets/order-matters/words.ts";
import { staleModel } from "#components/widgets/stale-gradients/model.ts";
import { PRESETS, STEPS, staleFields } from "#components/widgets/stale-gradients/state.ts";
import { staleSummary } from "#components/widgets/stale-gradients/words.ts";
import { initialState } from "#components/widgets/url-state.ts";

describe("a gradient that comes late", () => {
  it("follows the recursion of the text", () => {
    const [tau, eta] = [4, 0.3];
    const xs = Array.from({ length: tau + 1 }, () => 1);
    for (let t = 1; t <= 40; t++) xs.push(xs.at(-1)! - eta * xs.at(-1 - tau)!);
    staleModel(tau, eta)
      .xs.slice(0, 41)
      .forEach((x, t) => {
        expect(x).toBeCloseTo(xs[t + tau]!, 12);
      });
  });

  it("shrinks just below the limit and grows just above it, for every delay tried", () => {
    for (const tau of [1, 2, 4, 8]) {
      const late = (share: number) => {
        const { xs } = staleModel(tau, share * delayedRateLimit(tau));
        const largest = (from: number, to: number) => Math.max(...xs.slice(from, to).map(Math.abs));
        return largest(100, STEPS) / largest(0, 60);
      };
      expect(late(0.9)).toBeLessThan(1);
      expect(late(1.1)).toBeGreaterThan(1);
    }
  });

  it("starts with swings that die away, which a notch more makes grow, and hardly feels the delay at a tenth of the rate", () => {
    const [slow, wild, small] = PRESETS.map(({ eta }) => staleModel(4, eta));
    expect(Math.min(...slow!.xs)).toBeLessThan(-0.5);
    expect(Math.abs(slow!.xs.at(-1)!)).toBeLessThan(0.1);
    expect(wild!.limit).toBeLessThan(0.36);
    const fresh = staleModel(0, 0.03);
    for (let t = 0; t <= STEPS; t++)
      expect(Math.abs(small!.xs[t]! - fresh.xs[t]!)).toBeLessThan(0.15);
    expect(staleSummary(initialState(staleFields), slow!, 0)).toContain("The limit is 0.3473");
    expect(staleSummary({ tau: 8, eta: 1, t: 0 }, staleModel(8, 1), 0)).toMatch(
      /diverged at step \d+/,
    );
  });
});

describe("two workers who seldom meet", () => {
  it("come to rest where the formula says, and at the minimum of both for H = 1", () => {
    expect(restingPoint(1)).toBeCloseTo(optimum, 12);
    for (const H of LOCAL_STEPS.filter((one) => one > 1)) {
      const model = localModel(H);
      const last = Math.floor(LOCAL_SHOWN / H) * H;
      expect(model.average[last]).toBeCloseTo(model.limit, 3);
    }
    expect(localSummary({ H: 10, t: 60 }, localModel(10), 60)).toContain("tend to 0.2866");
  });

  it("come nearer the middle the longer they go alone", () => {
    const points = LOCAL_STEPS.map(restingPoint);
    for (let i = 1; i < points.length; i++) expect(points[i]).toBeGreaterThan(points[i - 1]!);
    expect(points.at(-1)).toBeLessThan(0.5);
  });
});

describe("the mean of a hundred numbers in three orders", () => {
  it("is a fading average with β = 1 − η, number by number", () => {
    for (const order of ["sorted", "shuffled", "curriculum"] as const) {
      const average = ewa(stream(order, 3), 0.95);
      estimates(order, 0.05, 3).forEach((theta, t) => {
        if (t > 0) expect(theta).toBeCloseTo(average[t - 1]!, 10);
      });
    }
  });

  it("ends where the series says in ascending order", () => {
    expect(estimates("sorted", 0.05, 1).at(-1)).toBeCloseTo(sortedLimit(0.05), 10);
    const text = orderSummary(initialState(orderFields), estimates("sorted", 0.05, 1), 1000);
    expect(text).toContain("tend to 81.60");
  });

  it("has every number once in each epoch", () => {
    for (const order of ["sorted", "shuffled", "curriculum"] as const)
      for (let epoch = 0; epoch < 10; epoch++)
        expect(new Set(stream(order, 1).slice(100 * epoch, 100 * epoch + 100)).size).toBe(100);
  });

  it("is nearer the mean with a small rate, and nearer 100 with a large one", () => {
    expect(sortedLimit(0.002)).toBeLessThan(60);
    expect(sortedLimit(0.3)).toBeGreaterThan(95);
  });

  it("is near the mean again a hundred numbers after the shuffles begin", () => {
    const thetas = estimates("curriculum", 0.05, 1);
    expect(thetas[500]).toBeGreaterThan(80);
    expect(Math.abs(thetas[600]! - 50.5)).toBeLessThan(12);
  });
});

describe("early stopping", () => {
  const run = course();

  it("stops on the first hill up to a patience of 9, and gets over it from 10 on", () => {
    for (const patience of [1, 3, 5, 9]) expect(stopping(run.validation, patience).best).toBe(0);
    for (const patience of [10, 20, 50]) {
      const { best, triggered } = stopping(run.validation, patience);
      expect(100 * (best + 1)).toBe(13_800);
      expect(triggered).toBe(true);
    }
  });

  it("has a training error that falls at every look", () => {
    for (let i = 1; i < LOOKS; i++)
      expect(run.training[i]).toBeLessThanOrEqual(run.training[i - 1]! + 1e-12);
  });

  it("has a validation error that rises, falls, and rises for good", () => {
    const { validation } = run;
    const least = validation.indexOf(Math.min(...validation));
    expect(validation[1]).toBeGreaterThan(validation[0]!);
    for (let i = least + 1; i < LOOKS; i++)
      expect(validation[i]).toBeGreaterThan(validation[i - 1]!);
    expect(
      stoppingSummary({ patience: 5, t: LOOKS }, run, stopping(validation, 5), LOOKS),
    ).toContain("stops after 600 steps and keeps the weights of step 100");
  });

  it("never stops on a list that falls", () => {
    expect(stopping([3, 2, 1], 1)).toEqual({ stop: 2, best: 2, triggered: false });
  });
});

describe("batch normalization at work", () => {
  it.each([true, false])("has the slopes that differences show (normalized: %s)", (normalize) => {
    const layers = firstLayers(1, 3).slice(0, 2).concat(firstLayers(1, 3).at(-1)!);
    const rows = Array.from({ length: 5 }, (_, i) =>
      Float64Array.of(Math.sin(i + 1), Math.cos(3 * i)),
    );
    const labels = [1, -1, 1, 1, -1];
    const slopes = lossOf(layers, rows, labels, normalize).slopes();
    layers.forEach((layer, l) => {
      for (const name of ["weights", "beta", "gamma"] as const) {
        if (name === "gamma" && !normalize) continue;
        const changed = (x: Vec) =>
          layers.map((one, i): Layer => (i === l ? { ...one, [name]: x } : one));
        const expected = numericGradient(
          (x) => lossOf(changed(x), rows, labels, normalize).loss,
          layer[name],
        );
        slopes[l]![name].forEach((slope, i) => {
          expect(slope).toBeCloseTo(expected[i]!, 6);
        });
      }
    });
  });

  it("ends at much the same loss at settings far apart, where without it only He's size learns", () => {
    for (const [scale, eta] of [
      [SCALES[0]!, RATES[0]!],
      [0.3, 0.1],
      [SCALES.at(-1)!, RATES.at(-1)!],
    ] as const) {
      const [normal, plain] = normRuns({ eta, scale, seed: 1 });
      expect(normal!.end).toBeLessThan(0.3);
      expect(plain!.end < 0.6).toBe(false);
    }
    const [normal, plain] = normRuns({ eta: 0.1, scale: 1, seed: 1 });
    expect(plain!.end).toBeLessThan(normal!.end / 3);
  });

  it("says how both end", () => {
    const state = initialState(normFields);
    expect(normSummary(state, normRuns(state))).toMatch(
      /with batch normalization 0\.\d+, without 0\.69/,
    );
  });
});
