import { bfgsKernel } from "@downhill/optim";
import {
  type Check,
  callsOf,
  contrast,
  type Draw,
  drawBetween,
  drawList,
  isFiniteList,
  leavesAlone,
  words,
} from "#src/grading/property.ts";

type Case = readonly [B: number[][], delta: number[], y: number[]];

const { call, ask: update, compare } = callsOf<Case, number[][]>("bfgsUpdate");

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, entry, i) => sum + entry * b[i]!, 0);
const times = (M: readonly (readonly number[])[], v: readonly number[]) =>
  M.map((row) => dot(row, v));

/** L Lᵀ + I for a drawn L: symmetric and positive definite. */
function drawPositive(case_: Draw, length: number): number[][] {
  const L = Array.from({ length }, () => Array.from({ length }, () => drawBetween(case_, -1, 1)));
  return L.map((row, i) => L.map((other, j) => dot(row, other) + (i === j ? 1 : 0)));
}

/** A positive definite B with a step and the change that a positive definite Hessian makes of it. */
function drawLearning(case_: Draw): Case {
  const delta = drawList(case_).map((entry) => entry || 1);
  const B = drawPositive(case_, delta.length);
  return [B, delta, times(drawPositive(case_, delta.length), delta)];
}

/** Any pair; about half of them tell of no positive curvature. */
function draw(case_: Draw): Case {
  const [B, delta, y] = drawLearning(case_);
  return case_.random() < 0.5 ? [B, delta, y] : [B, delta, y.map((entry) => -entry)];
}

/** The package's update. */
function expectedOf([B, delta, y]: Case): number[][] {
  const matrix = B.map((row) => Float64Array.from(row));
  const [d, change] = [Float64Array.from(delta), Float64Array.from(y)];
  bfgsKernel(matrix, d, change, 1 / dot(y, delta), new Float64Array(delta.length));
  return matrix.map((row) => [...row]);
}

export const check: Check = {
  name: "bfgsUpdate",
  probe: draw,
  properties: [
    {
      claim: "bfgsUpdate returns a matrix of numbers, as large as the one it was given.",
      test(subject, case_) {
        const args = draw(case_);
        const got: unknown = update(subject, args);
        const { length } = args[0];
        const good =
          Array.isArray(got) &&
          got.length === length &&
          got.every((row) => isFiniteList(row, length));
        return good ? undefined : `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "The secant equation: the new matrix maps y to δ.",
      test(subject, case_) {
        const args = drawLearning(case_);
        const [, delta, y] = args;
        return contrast(
          call(args),
          "B y",
          delta.map(near),
          times(update(subject, args), y).map(near),
        );
      },
    },
    {
      claim: "The new matrix is symmetric.",
      test(subject, case_) {
        const args = drawLearning(case_);
        const got = update(subject, args);
        const transposed = got.map((_, i) => got.map((row) => row[i]!));
        return compare(args, "the transposed result", got, transposed);
      },
    },
    {
      claim: "With yᵀδ ≤ 0 nothing is learned: the matrix comes back as it was.",
      test(subject, case_) {
        const [B, delta, y] = drawLearning(case_);
        const none: Case = [B, delta, y.map(() => 0)];
        const args: Case = case_.random() < 0.5 ? none : [B, delta, y.map((entry) => -entry)];
        return compare(args, "the result", B, update(subject, args));
      },
    },
    {
      claim: "From a positive definite B and yᵀδ > 0 it makes a positive definite one.",
      test(subject, case_) {
        const args = drawLearning(case_);
        const x = args[1].map(() => drawBetween(case_, 0.2, 1));
        const bend = dot(x, times(update(subject, args), x));
        return bend > 0 ? undefined : `${call(args)}: xᵀBx is ${words(bend)} for x = ${words(x)}`;
      },
    },
    {
      claim: "It is the update of BFGS, and not another one that satisfies the secant equation.",
      test(subject, case_) {
        const args = drawLearning(case_);
        return compare(args, "the result", expectedOf(args), update(subject, args));
      },
    },
    {
      claim: "On a quadratic of two variables, with exact steps, B is the inverse of H after two.",
      test(subject, { size, random }) {
        if (size > 4) return undefined;
        const H = drawPositive({ size: 9, random }, 2);
        let x = [1, -2];
        let B = [
          [1, 0],
          [0, 1],
        ];
        for (let step = 0; step < 2; step++) {
          const g = times(H, x);
          const p = times(B, g).map((entry) => -entry);
          const alpha = -dot(g, p) / dot(p, times(H, p));
          const delta = p.map((entry) => alpha * entry);
          B = update(subject, [B, delta, times(H, delta)]);
          x = x.map((entry, i) => entry + delta[i]!);
        }
        const product = times(H, times(B, [1, 2]));
        return contrast("two steps", "H B (1, 2)", [1, 2].map(near), product.map(near));
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};

/** Rounding of some products in a row is no error of the answer. */
function near(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
