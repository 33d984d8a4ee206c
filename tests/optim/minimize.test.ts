import {
  adafactor,
  averagedSgd,
  bfgs,
  decoupledWeightDecay,
  gradientDescent,
  gradientNoise,
  lamb,
  lbfgs,
  lion,
  lookahead,
  type Method,
  methodCards,
  minimize,
  momentum,
  muon,
  nesterov,
  noisy,
  nonlinearCg,
  type Objective,
  objectiveFrom,
  prodigy,
  run,
  type State,
  scheduleFreeAdamw,
  soap,
  type Vec,
} from "@downhill/optim";
import { bowl, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";
import { everyProblem } from "./every-problem.ts";

const ravine = bowl([1, 25]);

describe.each(methodCards.map((card) => [card.id, card] as const))(
  "minimize with %s",
  (_id, card) => {
    test.each(everyProblem)("ends where run ends on %s, bit for bit", (_name, problem) => {
      const method = card.make({ learningRate: 0.001 });
      const { frames, outcome } = run(method, problem, problem.start, { steps: 50 });
      const last = frames.at(-1)!;
      // A run that diverges is compared up to its last finite step: minimize notices a step later.
      const diverged = outcome.kind === "diverged";
      const steps = diverged ? last.k : 50;
      const end = minimize(method, problem, problem.start, { steps });
      expect(end).toEqual({
        x: last.x,
        f: last.f,
        gradientNorm: last.gradientNorm,
        k: last.k,
        outcome: diverged ? { kind: "budget", by: "steps" } : outcome,
      });
    });
  },
);

test("every form of Nesterov's method ends where run ends, with noise too", () => {
  const stormy = noisy(ravine, { sigma: 0.3, seed: 4 });
  for (const form of ["lookahead", "sutskever", "pytorch", "two-sequence", "1983"] as const) {
    const method = nesterov({ learningRate: 0.01, form, weightDecay: 0.1 });
    const last = run(method, stormy, [-4, 1], { steps: 40 }).frames.at(-1)!;
    expect(minimize(method, stormy, [-4, 1], { steps: 40 }).x).toEqual(last.x);
  }
});

test.each([
  ["noise of the objective", lbfgs(), noisy(ravine, { sigma: 0.3, seed: 4 })],
  ["noise around the method", gradientNoise(lbfgs(), { eta: 0.1, seed: 3 }), ravine],
] as const)(
  "a method that keeps what it knows looks anew at each step: %s",
  (_what, method, objective) => {
    const last = run<State>(method, objective, [-4, 1], { steps: 12 }).frames.at(-1)!;
    expect(minimize<State>(method, objective, [-4, 1], { steps: 12 }).x).toEqual(last.x);
  },
);

test.each([
  ["decay", decoupledWeightDecay(lbfgs(), { weightDecay: 0.01 })],
  ["lbfgs", lookahead(lbfgs())],
  ["bfgs", lookahead(bfgs())],
  ["nonlinearCg", lookahead(nonlinearCg())],
] as const)(
  "a method that keeps what it knows looks anew where its point was moved: %s",
  (_name, method) => {
    const { frames, outcome } = run<State>(method, rosenbrock, [-1.2, 1], { steps: 23 });
    const end = minimize<State>(method, rosenbrock, [-1.2, 1], { steps: 23 });
    expect([end.x, end.outcome]).toEqual([frames.at(-1)!.x, outcome]);
  },
);

test("a step makes no garbage: the objective always gets the same two buffers", () => {
  const points = new Set<Vec>();
  const outs = new Set<Vec>();
  const watched = {
    ...ravine,
    gradientInto(x: Vec, out: Vec) {
      points.add(x);
      outs.add(out);
      ravine.gradientInto(x, out);
    },
  };
  minimize(momentum({ learningRate: 0.01 }), watched, [-4, 1], { steps: 30 });
  expect([points.size, outs.size]).toEqual([1, 1]);
});

test("an objective without gradientInto will do", () => {
  const { gradientInto: _, ...plain } = ravine;
  const method = momentum({ learningRate: 0.01 });
  expect(minimize(method, plain, [-4, 1])).toEqual(minimize(method, ravine, [-4, 1]));
});

test("a method without an in-place form gives the same answer by its pure steps", () => {
  const { inPlace: _, ...pure } = momentum({ learningRate: 0.01 });
  for (const options of [{ steps: 30 }, { gradientTolerance: 1e-4 }, { steps: 0 }])
    expect(minimize(pure, ravine, [-4, 1], options)).toEqual(
      minimize(momentum({ learningRate: 0.01 }), ravine, [-4, 1], options),
    );
});

test("gradientTolerance stops at the same step as in run", () => {
  const method = momentum({ learningRate: 0.01 });
  const trace = run(method, ravine, [-4, 1], { gradientTolerance: 1e-4 });
  const end = minimize(method, ravine, [-4, 1], { gradientTolerance: 1e-4 });
  expect(end.outcome).toEqual({ kind: "converged", by: "gradientTolerance" });
  expect([end.k, end.x]).toEqual([trace.frames.at(-1)!.k, trace.frames.at(-1)!.x]);
  const exactly = minimize(method, ravine, [-4, 1], { gradientTolerance: 1e-4, steps: end.k });
  expect(exactly.outcome).toEqual(end.outcome);
});

test("divergence is an outcome, with the last finite point", () => {
  const cliff = { dim: 1, value: () => 0, gradient: () => Float64Array.of(1e308) };
  const end = minimize(gradientDescent({ learningRate: 0.75 }), cliff, [0]);
  expect(end.outcome).toEqual({ kind: "diverged", reason: "x is not finite at step 3", step: 3 });
  expect([end.k, end.x[0]]).toEqual([2, -1.5e308]);
});

const slope = objectiveFrom((x, y) => x.plus(y).times(-1), 2);
const trough: Objective = {
  dim: 1,
  value: (x) => Math.log(Math.cosh(x[0]!)),
  gradient: (x) => x.map(Math.tanh),
};

test.each<readonly [string, Method, Objective]>([
  ["LAMB", lamb({ learningRate: 1 }), slope],
  ["Prodigy", prodigy(), slope],
  ["Lion with much decay", lion({ learningRate: 1, weightDecay: 3 }), trough],
  ["Muon with much decay", muon({ learningRate: 1, weightDecay: 3 }), trough],
  ["SOAP with much decay", soap({ learningRate: 1, weightDecay: 3 }), trough],
  [
    "schedule-free AdamW with much decay",
    scheduleFreeAdamw({ learningRate: 10, weightDecay: 3 }),
    trough,
  ],
  ["averaged SGD with much decay", averagedSgd({ learningRate: 1, lambda: 3, power: 0 }), trough],
])(
  "%s, whose steps grow with x, ends at a finite x, or as diverged at the last one",
  (_name, method, objective) => {
    const end = minimize(method, objective, [1, 2].slice(0, objective.dim), { steps: 5000 });
    expect([...end.x].every(Number.isFinite)).toBe(true);
    expect(end.outcome.kind).toBe("diverged");
  },
);

test("Adafactor, whose steps are a share of x, ends at the last finite x", () => {
  const end = minimize(adafactor(), slope, [1.79e308, 1], { steps: 5 });
  expect(end.outcome).toMatchObject({ kind: "diverged" });
  expect([...end.x].every(Number.isFinite)).toBe(true);
});

test("a gradient that comes in the same array every time is understood", () => {
  const out = new Float64Array(2);
  const sparing = {
    ...rosenbrock,
    gradient(x: Vec) {
      out.set(rosenbrock.gradient(x));
      return out;
    },
  };
  const options = { steps: 300, gradientTolerance: 1e-8 };
  const { outcome, frames } = run(bfgs(), sparing, [-1.2, 1], options);
  expect(outcome.kind).toBe("converged");
  expect(minimize(bfgs(), sparing, [-1.2, 1], options).x).toEqual(frames.at(-1)!.x);
});

test("the start is not changed", () => {
  const start = Float64Array.of(-4, 1);
  minimize(momentum({ learningRate: 0.01 }), ravine, start);
  expect(start).toEqual(Float64Array.of(-4, 1));
});

test("bad arguments are named, with minimize as the place", () => {
  const method: Method<State> = momentum({ learningRate: 0.01 });
  expect(() => minimize(method, ravine, [1])).toThrow("minimize: x0 must have 2 coordinates");
  expect(() => minimize(method, ravine, [1, 2], { steps: 0.5 })).toThrow(
    new RangeError("minimize: steps must be a whole number, 0 or more, got 0.5"),
  );
  expect(() => minimize(method, ravine, [1, 2], { until: () => true } as never)).toThrow(
    new TypeError('minimize: there is no option "until". The options are steps, gradientTolerance'),
  );
});
