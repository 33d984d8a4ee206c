import { bowl, iterate, momentumKernel, nesterov, noisy, vec } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { slope, softSpring } from "#components/widgets/three-cycle/model.ts";
import {
  backwards,
  ballGaps,
  descentGaps,
  floor,
  frames,
  inBowl,
  L,
  nagGaps,
  springs,
  variance,
} from "./nesterov-runs.ts";

describe("what chapter 7 says of the method", () => {
  it("is momentum with retention β(1 − ηλ) along curvature λ", () => {
    for (const [eta, lambda] of [
      [0.05, 4],
      [0.1, 12],
    ] as const) {
      const braked = 0.9 * (1 - eta * lambda);
      let [v, x] = [0, 1];
      for (const frame of frames(
        nesterov({ learningRate: eta, beta: 0.9 }),
        bowl([lambda]),
        [1],
        30,
      )) {
        expect(x).toBeCloseTo(frame.x[0]!, 10);
        v = braked * v + lambda * x;
        x -= eta * v;
      }
    }
  });

  it("is stable below 2(1 + β)/(1 + 2β), which is less than 2 and than momentum's limit", () => {
    const size = (eta: number, beta: number) =>
      Math.abs(frames(nesterov({ learningRate: eta, beta }), bowl([1]), [1], 4000).at(-1)!.x[0]!);
    for (const beta of [0.3, 0.6, 0.9]) {
      const limit = (2 * (1 + beta)) / (1 + 2 * beta);
      expect(limit).toBeLessThan(2);
      expect(size(0.995 * limit, beta)).toBeLessThan(1e-3);
      expect(size(1.005 * limit, beta)).toBeGreaterThan(1e3);
    }
  });

  it("has three forms with one path, up to rounding", () => {
    const [ball, stored, sequences] = (["lookahead", "pytorch", "two-sequence"] as const).map(
      inBowl,
    );
    ball!.forEach(({ x }, t) => {
      for (const i of [0, 1]) {
        const { v } = stored![t]!.state;
        expect(Math.abs(stored![t]!.x[i]! + 0.05 * 0.9 * v[i]! - x[i]!)).toBeLessThan(2e-15);
        expect(Math.abs(sequences![t]!.x[i]! - x[i]!)).toBeLessThan(2e-15);
      }
    });
  });

  it("diverges in the wrong version above (1 − ρ)/ρ and converges below, at any rate", () => {
    for (const alpha of [0.1, 0.01, 0.001]) {
      const last = (lambda: number) => Math.max(...backwards(lambda, alpha, 4000).slice(3000));
      expect(last(0.1)).toBeLessThan(1e-5);
      expect(last(0.112)).toBeGreaterThan(3);
    }
  });

  it("keeps both bounds on the chain, and no method passes under the floor", () => {
    const squared = springs.criticalPoints[0]!.x.reduce((sum, goal) => sum + goal * goal, 0);
    for (let t = 1; t <= 2000; t++) {
      expect(nagGaps[t]!).toBeLessThan((2 * L * squared) / (t + 1) ** 2);
      expect(descentGaps[t]!).toBeLessThan((L * squared) / (2 * t));
      if (t >= 60) continue;
      for (const gaps of [nagGaps, descentGaps, ballGaps])
        expect(gaps[t]!).toBeGreaterThan(floor(t));
    }
  });

  it("keeps the bound for strong convexity on the function on which momentum cycles", () => {
    for (const start of [-5, -3, 1, 1.5, 2, 3.3, 5]) {
      const first = softSpring.value(vec(start)) + start ** 2 / 2;
      const path = frames(nesterov({ learningRate: 1 / 25, beta: 2 / 3 }), softSpring, [start], 60);
      // Once it stands on the minimum to the last digit, both sides are rounding.
      for (const { k, f } of path) expect(f).toBeLessThanOrEqual(0.8 ** k * first + 1e-20);
    }
  });

  it("has the lower bound that its derivation puts together", () => {
    for (const t of [1, 5, 20]) {
      const n = 2 * t + 1;
      const left = (1 / (t + 1) - 1 / (n + 1)) / 2;
      expect(left).toBeCloseTo(1 / (4 * (t + 1)), 12);
      const squared = Array.from({ length: n }, (_, i) => (1 - (i + 1) / (n + 1)) ** 2).reduce(
        (sum, one) => sum + one,
      );
      expect(left).toBeGreaterThanOrEqual((3 * squared * 4) / (32 * (t + 1) ** 2));
    }
  });

  it("goes from each point of the cycle exactly to the next", () => {
    const at = vec(2592 / 1225);
    const v = vec((-2208 / 1225 - 2592 / 1225) * 9);
    for (const next of [792, -2208, 2592]) {
      momentumKernel(at, at.map(slope), v, 1 / 9, 4 / 9);
      expect(at[0]! * 1225).toBeCloseTo(next, 9);
    }
  });

  it("hovers with the variance of momentum at retention β(1 − ηλ)", () => {
    // 200,000 steps with a memory of some fifty: the mean is good to a few per cent.
    for (const eta of [0.01, 0.1]) {
      const line = noisy(bowl([1]), { sigma: 1, seed: 7 });
      let [sum, count] = [0, 0];
      for (const { k, x } of iterate(nesterov({ learningRate: eta, beta: 0.9 }), line, [0], {
        steps: 200_000,
      })) {
        if (k <= 1000) continue;
        sum += x[0]! ** 2;
        count += 1;
      }
      expect(Math.abs(sum / count / variance(eta, 0.9 * (1 - eta)) - 1)).toBeLessThan(0.08);
    }
  });

  it("hovers about as far however small the rate is, when the retention goes to 1", () => {
    const limit = (eta: number) => (2 - eta) / (4 - 3 * eta);
    for (const eta of [0.1, 0.01, 0.001])
      expect(variance(eta, 0.9999999 * (1 - eta))).toBeCloseTo(limit(eta), 3);
    expect(limit(0.001)).toBeCloseTo(0.5, 3);
    expect(variance(0.001, 0)).toBeLessThan(0.001);
  });
});
