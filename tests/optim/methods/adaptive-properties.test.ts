import {
  adadelta,
  adagrad,
  adam,
  adamax,
  adamw,
  amsgrad,
  createOracle,
  type Method,
  minimize,
  nadam,
  type Objective,
  radam,
  rmsprop,
  rprop,
  run,
  type State,
  type StochasticObjective,
  sgdw,
  type Vec,
} from "@downhill/optim";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../check-property.ts";

/** Every adaptive method in every variant, by what is said to make it. */
const methods: readonly (readonly [string, Method<State>])[] = [
  ["adagrad", adagrad({ learningRate: 0.5, learningRateDecay: 0.1 })],
  ["adagrad, ε inside", adagrad({ epsilonInside: true, initialAccumulator: 0.1 })],
  ["adadelta", adadelta()],
  ...(["rprop+", "rprop-", "irprop+", "irprop-"] as const).map(
    (variant) => [variant, rprop({ variant, weightDecay: 0.1 })] as const,
  ),
  ["rmsprop", rmsprop()],
  ["rmsprop, momentum", rmsprop({ beta: 0.9, convention: "classical" })],
  ["rmsprop, Nesterov", rmsprop({ beta: 0.9, nesterov: true, rho: 0.9 })],
  ["rmsprop, centred", rmsprop({ beta: 0.5, centered: true, epsilonInside: true })],
  ["adam", adam({ learningRate: (k) => 0.1 / k, maximize: true })],
  ["adam, ε̂", adam({ epsilonHat: true, weightDecay: 0.1 })],
  ["adam without bias correction", adam({ biasCorrection: false })],
  ["adamw", adamw()],
  ["adamw, AMSGrad", adamw({ amsgrad: true, decayBy: "multiplier", multiplier: (k) => 1 / k })],
  ["adamax", adamax()],
  ["adamax, ε outside", adamax({ epsilonOutside: true })],
  ...(["pytorch", "dozat", "constant", "ruder"] as const).map(
    (form) => [`nadam, ${form}`, nadam({ form })] as const,
  ),
  ...(["paper", "pytorch", "optax"] as const).map(
    (form) => [`amsgrad, ${form}`, amsgrad({ form })] as const,
  ),
  ["radam", radam({ learningRate: 1e-3 })],
  ["sgdw", sgdw({ learningRate: 0.01, weightDecay: 0.1 })],
];

/** A number that a gradient may contain: nothing, next to nothing, enormous, ordinary. */
const entry = fc.oneof(
  fc.constantFrom(0, -0, 1e-300, -1e-300, 1e150, -1e150),
  fc.double({ min: -10, max: 10, noNaN: true }),
);

/** Some steps' gradients in 1 to 200 dimensions. */
const gradients = fc
  .integer({ min: 1, max: 200 })
  .chain((dim) =>
    fc.array(fc.array(entry, { minLength: dim, maxLength: dim }), { minLength: 1, maxLength: 8 }),
  );

/** Step k sees gradient k, whatever x is; run's own look sees a level function. */
function streamOf(rows: readonly (readonly number[])[]): StochasticObjective {
  const dim = rows[0]!.length;
  const level: Objective = { dim, value: () => 0, gradient: () => new Float64Array(dim) };
  return { ...level, at: (k) => ({ ...level, gradient: () => Float64Array.from(rows[k - 1]!) }) };
}

/** The states of the first steps, by the pure step. */
function statesOf(method: Method<State>, stream: StochasticObjective, steps: number): State[] {
  const start = Float64Array.from({ length: stream.dim }, (_, i) => (i % 3) - 1);
  const states = [method.init(createOracle(stream), start)];
  for (let k = 1; k <= steps; k++)
    states.push(method.step(createOracle(stream.at(k)), states[k - 1]!));
  return states;
}

describe.each(methods)("%s", (_name, method) => {
  test("stays finite on finite gradients, continues from copies, and agrees with its in-place form", () => {
    check(
      fc.property(gradients, (rows) => {
        const stream = streamOf(rows);
        const states = statesOf(method, stream, rows.length);
        const work = method.inPlace!(states[0]!.x);
        rows.forEach((_row, i) => {
          const [before, after] = [states[i]!, states[i + 1]!];
          expect(after.diverged).toBeUndefined();
          expect(everyArray(after, (values) => values.every(Number.isFinite))).toBe(true);
          const copy = structuredClone(before);
          expect(method.step(createOracle(stream.at(i + 1)), copy)).toEqual(after);
          expect(copy).toEqual(before);
          expect(work.advance(stream.at(i + 1), i + 1)).toBeUndefined();
          expect(work.x).toEqual(after.x);
        });
      }),
      { numRuns: 15 },
    );
  });

  test("names a gradient that is not finite, and keeps the last point", () => {
    const bad = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    check(
      fc.property(gradients, bad, fc.nat(), fc.nat(), (rows, value, row, column) => {
        const at = row % rows.length;
        const poisoned = rows.map((entries, i) =>
          i === at ? entries.with(column % entries.length, value) : entries,
        );
        const stream = streamOf(poisoned);
        const states = statesOf(method, stream, at);
        const last = structuredClone(states[at]!);
        expect(method.step(createOracle(stream.at(at + 1)), states[at]!).diverged).toBe(
          "the gradient",
        );
        expect(states[at]).toEqual(last);

        const start = states[0]!.x;
        const step = at + 1;
        const reason = `the gradient is not finite at step ${step}`;
        const trace = run(method, stream, start, { steps: rows.length });
        expect(trace.outcome).toEqual({ kind: "diverged", reason, step });
        expect(trace.frames.at(-1)!.state).toEqual(last);
        const end = minimize(method, stream, start, { steps: rows.length });
        expect(end.outcome).toEqual(trace.outcome);
        expect([end.k, end.x]).toEqual([at, last.x]);
      }),
      { numRuns: 15 },
    );
  });
});

/** Whether something holds for every array in a state. */
function everyArray(state: State, holds: (values: Vec) => boolean): boolean {
  return Object.values(state).every((value) => !(value instanceof Float64Array) || holds(value));
}
