import {
  gradientDescent,
  type Method,
  methodTraining,
  momentum,
  noisy,
  run,
  type State,
} from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { expect, test } from "vitest";

type Rate = { readonly learningRate: number };
const make = ({ learningRate }: Rate) => momentum({ learningRate });
const start = [-4, 1];

test("rounds of training with the same values are one run, noise and velocity included", () => {
  const objective = noisy(bowl([1, 25]), { sigma: 0.5, seed: 3 });
  const training = methodTraining({ make, objective, start, steps: 7 });
  let state = training.start({ learningRate: 0.02 });
  for (let round = 0; round < 4; round++)
    state = training.train(structuredClone(state), { learningRate: 0.02 });
  const { frames } = run(make({ learningRate: 0.02 }), objective, start, { steps: 28 });
  expect(state).toEqual(frames.at(-1)!.state);
  expect(training.score(state)).toBe(frames.at(-1)!.f);
});

test("a change of values between rounds is a schedule", () => {
  const training = methodTraining({ make, objective: bowl([1, 25]), start, steps: 5 });
  const first = training.train(training.start({ learningRate: 0.04 }), { learningRate: 0.04 });
  const second = training.train(first, { learningRate: 0.01 });
  const schedule = momentum({ learningRate: (k) => (k <= 5 ? 0.04 : 0.01) });
  const { frames } = run(schedule, bowl([1, 25]), start, { steps: 10 });
  expect(second.x).toEqual(frames.at(-1)!.x);
});

test("a run that diverges scores NaN, and further training leaves it so", () => {
  const descent = ({ learningRate }: Rate) => gradientDescent({ learningRate });
  const training = methodTraining({ make: descent, objective: bowl([1]), start: [1], steps: 700 });
  let state = training.start({ learningRate: 10 });
  expect(training.score(state)).toBe(0.5);
  state = training.train(state, { learningRate: 10 });
  expect(training.score(state)).toBeNaN();
  expect(training.score(training.train(state, { learningRate: 0.1 }))).toBeNaN();
});

test("a run that stalls stays where it is", () => {
  const stalling: Method<State> = {
    name: "stalling",
    order: 1,
    init: (_oracle, x0) => ({ k: 0, x: x0 }),
    step: (_oracle, state) =>
      state.k < 3
        ? { k: state.k + 1, x: state.x.map((xi) => xi / 2) }
        : { ...state, stalled: "three steps are enough" },
  };
  const training = methodTraining({
    make: () => stalling,
    objective: bowl([1]),
    start: [8],
    steps: 9,
  });
  const state = training.train(training.start({}), {});
  expect(state).toEqual({ k: 3, x: Float64Array.of(1) });
  expect(training.train(state, {})).toEqual(state);
});

test.each([
  [{ steps: 0 }, RangeError, "methodTraining: steps must be a whole number, 1 or more, got 0"],
  [
    { start: [1] },
    RangeError,
    "methodTraining: x0 must have 2 coordinates, as many as the objective has variables, got 1",
  ],
  [
    { x0: [1, 2] },
    TypeError,
    'methodTraining: there is no option "x0". The options are make, objective, start, steps',
  ],
])("%j is named", (options, kind, message) => {
  expect(() =>
    methodTraining({ make, objective: bowl([1, 25]), start, steps: 5, ...options } as never),
  ).toThrow(new kind(message));
});
