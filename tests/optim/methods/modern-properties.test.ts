import {
  adabelief,
  adafactor,
  averaged,
  averagedSgd,
  clipGradient,
  createOracle,
  decoupledWeightDecay,
  emaOfWeights,
  gradientNoise,
  lamb,
  lion,
  lookahead,
  type Method,
  momentum,
  muon,
  nesterov,
  normalizedGradientDescent,
  type Objective,
  prodigy,
  type State,
  sam,
  scheduleFreeAdamw,
  scheduleFreeSgd,
  shampoo,
  signSgd,
  yogi,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";
import { gradientSequence } from "./gradient-sequence.ts";

/** A method for n variables. */
type Make = (n: number) => Method<State>;

const rate = (k: number) => 0.1 / Math.sqrt(k);
const fast = momentum({ learningRate: rate, weightDecay: 0.01 });
const ahead = nesterov({ learningRate: 0.1 });

/** Every rule and wrapper of these files, with its options in use, wrappers also around wrappers. */
const methods: Readonly<Record<string, Make>> = {
  normalizedGradientDescent: () => normalizedGradientDescent({ learningRate: rate }),
  signSgd: () => signSgd({ learningRate: rate, beta: 0.5, weightDecay: 0.1 }),
  yogi: () => yogi({ learningRate: rate }),
  "yogi, corrected": () => yogi({ biasCorrection: true, initialAccumulator: 0 }),
  adabelief: () => adabelief({ learningRate: rate }),
  lion: () => lion({ learningRate: rate, weightDecay: 0.1 }),
  averagedSgd: () => averagedSgd({ start: 2, lambda: 0.01 }),
  scheduleFreeSgd: () => scheduleFreeSgd({ learningRate: 0.1, warmUp: 3, weightDecay: 0.1 }),
  scheduleFreeAdamw: () => scheduleFreeAdamw({ warmUp: 3, weightDecay: 0.1 }),
  lamb: (n) => lamb({ weightDecay: 0.1, ...(n > 3 && { layers: [1, n - 1] }) }),
  adafactor: () => adafactor({ weightDecay: 0.1 }),
  "adafactor, 2 rows": (n) => adafactor(n % 2 === 0 ? { shape: [2, n / 2] } : { clipping: 0.5 }),
  prodigy: () => prodigy({ weightDecay: 0.1, d0: 0.01 }),
  muon: () => muon({ weightDecay: 0.1 }),
  "muon, 2 rows": (n) => muon(n % 2 === 0 ? { shape: [2, n / 2] } : { nesterov: false }),
  averaged: () => averaged(fast, { start: 2 }),
  emaOfWeights: () => emaOfWeights(ahead, { decay: 0.5 }),
  lookahead: () => lookahead(fast, { period: 2 }),
  sam: () => sam(ahead, { rho: 0.1 }),
  "clipGradient by norm": () => clipGradient(ahead, { norm: 2 }),
  "clipGradient by value": () => clipGradient(fast, { value: 2 }),
  gradientNoise: () => gradientNoise(fast, { eta: 1, seed: 3 }),
  decoupledWeightDecay: () => decoupledWeightDecay(fast, { weightDecay: 0.1 }),
  "decoupledWeightDecay, independent": () =>
    decoupledWeightDecay(yogi(), { weightDecay: 0.1, independent: true }),
  "many around one": () =>
    averaged(
      lookahead(
        decoupledWeightDecay(
          sam(gradientNoise(clipGradient(lion(), { norm: 1 }), { eta: 0.1, seed: 5 })),
        ),
        { period: 2 },
      ),
    ),
};

/** Eigenvalues of n × n matrices in every step: for small n only. */
const slowMethods: Readonly<Record<string, Make>> = {
  shampoo: () => shampoo({ learningRate: rate, weightDecay: 0.1 }),
  "shampoo, 2 rows": (n) =>
    shampoo({ learningRate: rate, ...(n % 2 === 0 ? { shape: [2, n / 2] as const } : {}) }),
};

const STEPS = 4;

const slope = fc.oneof(
  fc.constantFrom(0, 1e-300, -1e-300, 1e150, -1e150),
  fc.double({ min: -100, max: 100, noNaN: true }),
);
/** Of n entries; one in five is 0 all over. */
const gradient = (n: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(slope, { minLength: n, maxLength: n }) },
    { weight: 1, arbitrary: fc.constant(Array.from({ length: n }, () => 0)) },
  );
const runs = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.record({
      x0: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n, maxLength: n }),
      gradients: fc.array(gradient(n), { minLength: STEPS, maxLength: STEPS }),
    }),
  );
const all = [
  ...Object.entries(methods).map(([name, make]) => [name, make, 200, 10] as const),
  ...Object.entries(slowMethods).map(([name, make]) => [name, make, 8, 15] as const),
];

describe.each(all)("%s", (_name, make, most, numRuns) => {
  test("takes any gradients from 0 to 1e150, and the pure step is the one in place, to the bit", () => {
    check(
      fc.property(runs(most), ({ x0, gradients }) => {
        const method = make(x0.length);
        const sequence = gradientSequence(gradients);
        const start = Float64Array.from(x0);
        const work = method.inPlace!(start);
        let state = method.init(createOracle(sequence.at(1)), start);
        expect(work.x).toEqual(state.x);
        for (let k = 1; k <= STEPS; k++) {
          const copy = structuredClone(state);
          const next = method.step(createOracle(sequence.at(k)), state);
          expect(state).toEqual(copy);
          expect(method.step(createOracle(sequence.at(k)), copy)).toEqual(next);
          expect(work.advance(sequence.at(k), k)).toBeUndefined();
          expect(next.diverged).toBeUndefined();
          expect(next.x.every(Number.isFinite)).toBe(true);
          expect(work.x).toEqual(next.x);
          expect(work.stepLength).toBe(next.stepLength);
          expect(next.k).toBe(k);
          state = next;
        }
        expect([...start]).toEqual(x0);
      }),
      { numRuns },
    );
  });

  test("a gradient that is not finite is divergence at its step, and what was before stays", () => {
    const bad = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    check(
      fc.property(
        runs(most),
        bad,
        fc.nat(),
        fc.integer({ min: 1, max: STEPS }),
        ({ x0, gradients }, value, where, when) => {
          const spoilt = gradients.map((g, i) =>
            g.map((gi, j) => (i === when - 1 && j === where % g.length ? value : gi)),
          );
          const method = make(x0.length);
          const sequence = gradientSequence(spoilt);
          const work = method.inPlace!(Float64Array.from(x0));
          let state = method.init(createOracle(sequence.at(1)), Float64Array.from(x0));
          for (let k = 1; k < when; k++) {
            state = method.step(createOracle(sequence.at(k)), state);
            work.advance(sequence.at(k), k);
          }
          const copy = structuredClone(state);
          const next = method.step(createOracle(sequence.at(when)), state);
          expect(next.diverged).toBe("the gradient");
          expect(state).toEqual(copy);
          expect(work.advance(sequence.at(when), when)).toEqual({ diverged: "the gradient" });
          expect(work.x).toEqual(state.x);
        },
      ),
      { numRuns },
    );
  });

  test("moving the x of a state moves the next step, unless the method is anchored", () => {
    const method = make(2);
    const sequence = gradientSequence([
      [1, -2],
      [3, 4],
    ]);
    const oracle = createOracle(sequence.at(2));
    const start = method.init(oracle, Float64Array.of(5, 6));
    const first = method.step(createOracle(sequence.at(1)), start);
    const here = method.step(oracle, first).x;
    const there = method.step(oracle, { ...first, x: first.x.map((xi) => xi + 100) }).x;
    const moved = there.every((xi, i) => Math.abs(xi - here[i]! - 100) < 15); // decay takes a share
    expect(moved).toBe(method.anchored !== true);
  });
});

test("a gradient beyond the range of its square ends a run or leaves a finite x, in both drivers alike", () => {
  const cliff: Objective = { dim: 1, value: () => 0, gradient: () => Float64Array.of(1e200) };
  for (const make of [...Object.values(methods), ...Object.values(slowMethods)]) {
    const method = make(1);
    const oracle = createOracle(cliff);
    const work = method.inPlace!(Float64Array.of(1));
    let state = method.init(oracle, Float64Array.of(1));
    for (let k = 1; k <= 5; k++) {
      const next = method.step(oracle, state);
      const ending = work.advance(cliff, k);
      expect(ending !== undefined).toBe(!Number.isFinite(next.x[0]));
      if (ending !== undefined) break;
      expect(work.x).toEqual(next.x);
      state = next;
    }
    expect(work.x.every(Number.isFinite)).toBe(true);
    expect(work.x).toEqual(state.x);
  }
});
