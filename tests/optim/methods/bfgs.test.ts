import {
  type BfgsMemory,
  bfgs,
  bfgsCard,
  bfgsDirection,
  bfgsKernel,
  type DescentState,
  descend,
  dot,
  exactQuadratic,
  type Frame,
  gauss,
  type Matrix,
  mulberry32,
  run,
  strongWolfe,
  vec,
} from "@downhill/optim";
import { bowl, chainedRosenbrock, himmelblau, rosenbrock, wood } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { symmetricEigenvalues } from "../symmetric-eigenvalues.ts";
import { randomQuadratic } from "./random-quadratic.ts";

const memoryOf = ({ state }: Frame) => (state as DescentState<BfgsMemory>).memory;
const times = (B: Matrix, v: ArrayLike<number>) => B.map((row) => dot(row, Float64Array.from(v)));

/** An update on a copy. */
function updated(B: Matrix, delta: readonly number[], y: readonly number[]): Matrix {
  const copy = B.map((row) => Float64Array.from(row));
  const rho = 1 / dot(vec(delta), vec(y));
  bfgsKernel(copy, vec(delta), vec(y), rho, new Float64Array(delta.length));
  return copy;
}

describe("the kernel", () => {
  const identity: Matrix = [vec(1, 0), vec(0, 1)];

  test("from I with δ = (1, 0) and y = (3, 1) gives the matrix worked out by hand", () => {
    const [first, second] = updated(identity, [1, 0], [3, 1]);
    expect([...first!, ...second!]).toEqual(
      [4 / 9, -1 / 3, -1 / 3, 1].map((entry) => expect.closeTo(entry, 14)),
    );
  });

  test("satisfies the secant equation By = δ, and keeps B symmetric to the bit", () => {
    const normal = gauss(mulberry32(7));
    let B: Matrix = Array.from({ length: 5 }, (_, i) =>
      Float64Array.from({ length: 5 }, (_, j) => (i === j ? 1 : 0)),
    );
    for (let update = 0; update < 20; update++) {
      const delta = Array.from({ length: 5 }, normal);
      const noise = Array.from({ length: 5 }, normal);
      const y = delta.map((entry, i) => 2 * entry + 0.3 * noise[i]!);
      if (!(dot(vec(delta), vec(y)) > 0)) continue;
      B = updated(B, delta, y);
      times(B, y).forEach((entry, i) => {
        expect(entry).toBeCloseTo(delta[i]!, 9);
      });
      expect(B).toEqual(B.map((_, i) => Float64Array.from(B, (row) => row[i]!)));
    }
  });

  test("is the product form (I − ϱδyᵀ)B(I − ϱyδᵀ) + ϱδδᵀ, which DFP is not", () => {
    const [delta, y] = [vec(1, -2), vec(2, -1)];
    const rho = 1 / 4;
    const B: Matrix = [vec(2, 0.5), vec(0.5, 1)];
    const left = [0, 1].map((i) => [0, 1].map((j) => (i === j ? 1 : 0) - rho * delta[i]! * y[j]!));
    const expected = [0, 1].map((i) =>
      [0, 1].map((j) => {
        let sum = rho * delta[i]! * delta[j]!;
        for (const p of [0, 1])
          for (const q of [0, 1]) sum += left[i]![p]! * B[p]![q]! * left[j]![q]!;
        return sum;
      }),
    );
    updated(B, [1, -2], [2, -1]).forEach((row, i) => {
      row.forEach((entry, j) => {
        expect(entry).toBeCloseTo(expected[i]![j]!, 14);
      });
    });
  });
});

describe("along a run", () => {
  test.each([
    ["rosenbrock", rosenbrock],
    ["himmelblau", himmelblau],
    ["wood", wood],
    ["chainedRosenbrock(10)", chainedRosenbrock(10)],
  ])("on %s B satisfies the secant equation and stays positive definite", (_name, problem) => {
    const { frames } = run(bfgs(), problem, problem.start, {
      until: ({ gradientMax }) => gradientMax <= 1e-8,
    });
    for (let k = 2; k < frames.length; k++) {
      // The memory of frame k was made at frame k − 1, from the step that led there.
      const { B, updates } = memoryOf(frames[k]!);
      const [before, here] = [frames[k - 2]!.x, frames[k - 1]!.x];
      const [gBefore, g] = [problem.gradient(before), problem.gradient(here)];
      expect(updates).toBe(k - 1);
      const delta = here.map((entry, i) => entry - before[i]!);
      const size = Math.hypot(...delta);
      times(
        B,
        g.map((entry, i) => entry - gBefore[i]!),
      ).forEach((entry, i) => {
        expect(Math.abs(entry - delta[i]!)).toBeLessThan(1e-9 * size);
      });
      expect(Math.min(...symmetricEigenvalues(B))).toBeGreaterThan(0);
    }
  });

  test("at Rosenbrock's minimum B is the inverse of the Hessian, nearly", () => {
    const { frames } = run(bfgs(), rosenbrock, [-1.2, 1], {
      until: ({ gradientNorm }) => gradientNorm < 1e-6,
    });
    const { B } = memoryOf(frames.at(-1)!);
    [0.5, 1, 1, 2.005].forEach((entry, i) => {
      expect(Math.abs(B[i >> 1]![i % 2]! - entry)).toBeLessThan(0.02 * entry);
    });
  });
});

describe("with exact steps on a quadratic", () => {
  test.each(["none", "first"] as const)(
    "it is at the minimum after n steps, and B is then the inverse of A (scaling %s)",
    (scaling) => {
      for (const seed of [1, 2, 3]) {
        const { objective, A, start } = randomQuadratic(6, seed);
        const method = descend(bfgsDirection({ scaling }), exactQuadratic);
        const { frames } = run(method, objective, start, { steps: 7 });
        expect(frames[6]!.gradientMax).toBeLessThan(1e-9 * frames[0]!.gradientMax);
        const { B } = memoryOf(frames.at(-1)!);
        B.forEach((row, i) => {
          times(A, row).forEach((entry, j) => {
            expect(entry).toBeCloseTo(i === j ? 1 : 0, 6);
          });
        });
      }
    },
  );
});

test("scaling first multiplies the first I by δᵀy/yᵀy, before the first update", () => {
  const g = vec(3, 1);
  const here = { k: 2, x: vec(1, 0), g, h: () => [], hv: () => g };
  const memory = { B: [vec(1, 0), vec(0, 1)], updates: 0, last: { x: vec(0, 0), g: vec(0, 0) } };
  const { B } = bfgsDirection({ scaling: "first" }).next(here, memory).memory;
  const expected = updated([vec(0.3, 0), vec(0, 0.3)], [1, 0], [3, 1]);
  expect(B.map((row) => [...row].map((entry) => entry.toFixed(12)))).toEqual(
    expected.map((row) => [...row].map((entry) => entry.toFixed(12))),
  );
  expect(memory.B).toEqual([vec(1, 0), vec(0, 1)]);
});

test("a step without positive curvature teaches nothing: B stays", () => {
  const g = vec(1, 1);
  const here = { k: 2, x: vec(1, 0), g, h: () => [], hv: () => g };
  const memory = { B: [vec(2, 0), vec(0, 3)], updates: 4, last: { x: vec(0, 0), g: vec(1.5, 1) } };
  const next = bfgsDirection().next(here, memory);
  expect([next.memory.B, next.memory.updates]).toEqual([memory.B, 4]);
  expect(next.d).toEqual(vec(-2, -3));
});

test("scaling helps where curvatures are small, and not where they are spread widely", () => {
  const steps = (problem: ReturnType<typeof bowl>, scaling: "none" | "first") =>
    run(bfgs({ scaling }), problem, problem.start, { gradientTolerance: 1e-8 }).frames.length;
  const small = bowl([1e-4, 2e-4, 3e-4]);
  expect(steps(small, "first")).toBeLessThan(steps(small, "none"));
  const wide = bowl(Array.from({ length: 30 }, (_, i) => 1e4 ** (i / 29)));
  expect(steps(wide, "none")).toBeLessThan(steps(wide, "first"));
});

test("its card makes it", () => {
  expect(
    run(bfgsCard.make({ c2: 0.5 }), rosenbrock, [-1.2, 1], { steps: 9 }).frames.at(-1)!.x,
  ).toEqual(run(bfgs({ c2: 0.5 }), rosenbrock, [-1.2, 1], { steps: 9 }).frames.at(-1)!.x);
});

test("as a direction it takes any step length", () => {
  const method = descend(bfgsDirection(), strongWolfe({ c2: 0.5 }));
  const trace = run(method, himmelblau, himmelblau.start, { gradientTolerance: 1e-8 });
  expect(trace.outcome.kind).toBe("converged");
  expect(trace.method).toBe("bfgs");
});

describe("bad options are named", () => {
  test.each([
    [() => bfgs({ c2: 2 }), RangeError, "strongWolfe: c2 must be in [c1, 1) = [0.0001, 1), got 2"],
    [
      () => bfgs({ scaling: "newest" as never }),
      RangeError,
      'bfgs: scaling must be one of "none", "first", got "newest"',
    ],
    [
      () => bfgs({ memory: 5 } as never),
      TypeError,
      'bfgs: there is no option "memory". The options are scaling, c1, c2',
    ],
    [
      () => bfgsDirection({ c2: 0.5 } as never),
      TypeError,
      'bfgs: there is no option "c2". The options are scaling',
    ],
  ])("%#", (make, kind, message) => {
    expect(make).toThrow(new kind(message));
  });
});
