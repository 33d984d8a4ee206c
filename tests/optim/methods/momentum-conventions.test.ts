import { type MomentumConvention, momentum, run } from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { expectSamePath, path } from "./paths.ts";

describe("the three conventions", () => {
  const at = (convention: MomentumConvention, learningRate: number | ((k: number) => number)) =>
    path(momentum({ learningRate, beta: 0.9, convention }));

  test("agree at rates η, η and η/(1 − β)", () => {
    expectSamePath(at("classical", 0.02), at("pytorch", 0.02));
    expectSamePath(at("ewa", 0.2), at("pytorch", 0.02));
  });

  test("reach (1.12084, −0.19728) after 25 steps on bowl(1, 50) from (−4, 1)", () => {
    for (const x of [at("pytorch", 0.02)[25]!, at("classical", 0.02)[25]!, at("ewa", 0.2)[25]!]) {
      expect(x[0]).toBeCloseTo(1.12084, 5);
      expect(x[1]).toBeCloseTo(-0.19728, 5);
    }
  });

  test("C with B's rate lags behind, at (−2.785, −0.051)", () => {
    const x = at("ewa", 0.02)[25]!;
    expect(x[0]).toBeCloseTo(-2.785, 3);
    expect(x[1]).toBeCloseTo(-0.051, 3);
  });

  test("part when the rate is cut tenfold after step 20: A keeps its speed, B and C do not", () => {
    const cut = (rate: number) => (k: number) => (k <= 20 ? rate : rate / 10);
    const [a, b, c] = [at("classical", cut(0.02)), at("pytorch", cut(0.02)), at("ewa", cut(0.2))];
    expectSamePath(c, b);
    expect([...a[25]!].map((entry) => Number(entry.toFixed(3)))).toEqual([1.389, -0.415]);
    expect([...b[25]!].map((entry) => Number(entry.toFixed(3)))).toEqual([1.088, -0.031]);
  });

  test("A is Polyak's heavy ball: x − ηg + β(x − the x before)", () => {
    const problem = bowl([1, 50]);
    const [eta, beta] = [0.02, 0.9];
    const polyak = [Float64Array.of(-4, 1)];
    for (let k = 1; k <= 60; k++) {
      const x = polyak[k - 1]!;
      const before = polyak[k - 2] ?? x;
      const g = problem.gradient(x);
      polyak.push(x.map((xi, i) => xi - eta * g[i]! + beta * (xi - before[i]!)));
    }
    expectSamePath(at("classical", eta), polyak);
  });

  test("the bias correction of C makes the first step a full step", () => {
    const corrected = momentum({ learningRate: 0.2, convention: "ewa", biasCorrection: true });
    const [, first] = path(corrected, bowl([1]), 1, [1]);
    expect(first![0]).toBeCloseTo(0.8, 15);
    const [, plain] = path(momentum({ learningRate: 0.2, convention: "ewa" }), bowl([1]), 1, [1]);
    expect(plain![0]).toBeCloseTo(0.98, 15);
  });

  test("dampening acts from step 2 on, as in PyTorch", () => {
    const method = momentum({ learningRate: 0.1, beta: 0.5, dampening: 0.75 });
    const { frames } = run(method, bowl([1]), [1], { steps: 2 });
    expect(frames[1]!.state.v[0]).toBe(1);
    expect(frames[2]!.state.v[0]).toBeCloseTo(0.5 + 0.25 * 0.9, 15);
  });
});
