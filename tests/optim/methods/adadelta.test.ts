import {
  type AdadeltaState,
  adadelta,
  adadeltaKernel,
  createOracle,
  run,
  type Vec,
} from "@downhill/optim";
import { beale, bowl } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { movesOn, near } from "./gradient-stream.ts";

const paper = (epsilon = 1e-6) => adadelta({ rho: 0.95, epsilon });

test("the kernel updates s, then takes u from the old q, then updates q with it", () => {
  const [x, s, q] = [Float64Array.of(1), Float64Array.of(14), Float64Array.of(3)];
  adadeltaKernel(x, Float64Array.of(2), s, q, 0.5, 0.5, 1);
  const u = (2 * 2) / Math.sqrt(10);
  expect(s[0]).toBe(9);
  expect(near(q[0]!, 0.5 * 3 + 0.5 * u * u)).toBe(true);
  expect(near(x[0]!, 1 - 0.5 * u)).toBe(true);
});

test("the first step is √ε/√(1 − ρ + ε/g²): 0.004472 for g = 1 and for g = 1000", () => {
  for (const g of [1, 1000, 1e-3, 1e100]) {
    const [move] = movesOn(paper(), [g]);
    expect(near(-move!, 1e-3 / Math.sqrt(0.05 + 1e-6 / (g * g)), 1e-12)).toBe(true);
  }
  expect(movesOn(paper(), [1])[0]).toBeCloseTo(-0.004472, 6);
  expect(movesOn(paper(), [1000])[0]).toBeCloseTo(-0.004472, 6);
});

describe("with ε = 0, from a state that has moved", () => {
  const method = adadelta({ rho: 0.95, epsilon: 0 });
  const problem = (curvature: number) => createOracle(bowl([curvature, 25 * curvature]));
  const state = (x: number, s: number, q: number): AdadeltaState => ({
    k: 7,
    x: Float64Array.of(-4 * x, x),
    s: Float64Array.of(3 * s, 200 * s),
    q: Float64Array.of(0.01 * q, 0.002 * q),
  });
  const walk = (oracle: ReturnType<typeof problem>, start: AdadeltaState) => {
    const xs: Vec[] = [];
    for (let k = 0, now = start; k < 40; k++) {
      now = method.step(oracle, now);
      xs.push(now.x);
    }
    return xs;
  };
  const once = walk(problem(1), state(1, 1, 1));

  test("multiplying f by c leaves the path, to the bit", () => {
    for (const c of [4, 1024, 1 / 8]) expect(walk(problem(c), state(1, c * c, 1))).toEqual(once);
  });

  test("measuring x in units of 1/c gives the same path in the new unit, to the bit", () => {
    // f(x/c) has its curvatures divided by c², its gradients by c.
    for (const c of [4, 1024, 1 / 8])
      expect(walk(problem(1 / (c * c)), state(c, 1 / (c * c), c * c))).toEqual(
        once.map((x) => x.map((xi) => c * xi)),
      );
  });
});

test("with ε = 0 from the start it never moves", () => {
  expect(movesOn(adadelta({ epsilon: 0 }), [3, -2, 1]).map(Math.abs)).toEqual([0, 0, 0]);
});

test.each([
  [1e-8, [20.4, 19.1, 13.7, 3.26]],
  [1e-6, [19.2, 10.7, 1.56, 4.4e-3]],
  [1e-4, [10.9, 0.52, 0.082, 0.55]],
  [1e-2, [0.48, 3.1e-27, 12.7, 59.7]],
])(
  "ε = %d is a hidden rate: f on bowl(1, 25) after 10, 100, 500, 2000 steps is %j",
  (epsilon, f) => {
    const { frames } = run(paper(epsilon), bowl([1, 25]), [-4, 1], { steps: 2000 });
    [10, 100, 500, 2000].forEach((k, i) => {
      expect(near(frames[k]!.f, f[i]!, 0.02)).toBe(true);
    });
  },
);

test("where g² is far below ε and u far below √ε it is gradient descent at the rate 1", () => {
  const moves = movesOn(paper(1e-2), [1e-6, -2e-6, 3e-6]);
  [1e-6, -2e-6, 3e-6].forEach((g, i) => {
    expect(near(moves[i]!, -g, 1e-9)).toBe(true);
  });
});

test("from (1, 1.5) on Beale's function ε = 1e-4 needs 289 steps to within 0.1 of the minimum", () => {
  const until = ({ x }: { x: Float64Array }) => Math.hypot(x[0]! - 3, x[1]! - 0.5) < 0.1;
  expect(run(paper(1e-4), beale, [1, 1.5], { until }).frames.length - 1).toBe(289);
});

test("gradients near the end of the range keep their digits: 1e150 moves as 1 does", () => {
  const [huge] = movesOn(paper(), [1e153]);
  expect(near(huge!, movesOn(paper(), [1e10])[0]!, 1e-13)).toBe(true);
});

test("without options it is PyTorch's: α = 1, ρ = 0.9, ε = 1e-6", () => {
  expect(near(movesOn(adadelta(), [1])[0]!, -1e-3 / Math.sqrt(0.1 + 1e-6))).toBe(true);
  expect(near(movesOn(adadelta({ learningRate: 3 }), [1])[0]!, -3e-3 / Math.sqrt(0.1 + 1e-6))).toBe(
    true,
  );
});

describe("bad arguments are named, with what came and what to do", () => {
  test.each([
    [{ rho: 1 }, RangeError, "adadelta: rho must be in [0, 1), got 1"],
    [{ epsilon: -1e-6 }, RangeError, "adadelta: epsilon must be in [0, ∞), got -0.000001"],
    [
      { learningRate: "1" },
      TypeError,
      'adadelta: learningRate must be a number in [0, ∞) or a schedule k => rate, got "1"',
    ],
    [
      { eps: 1 },
      TypeError,
      'adadelta: there is no option "eps". The options are learningRate, rho, epsilon, weightDecay, maximize',
    ],
  ])("%j", (options, kind, message) => {
    expect(() => adadelta(options as never)).toThrow(new kind(message));
  });
});
