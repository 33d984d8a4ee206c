import * as given from "@downhill/optim";
import { optimize } from "./solution.ts";

/** Which hidden problem, in which of its streams of chance. */
export interface Trial {
  readonly problem: "ravine" | "saddle" | "valley" | "sparse" | "noisy";
  readonly seed: number;
  readonly budget: number;
}

/** Runs the answer on each trial: where it ends, and how many gradients it asked for. */
export function tryOptimize(trials: readonly Trial[]): { ends: unknown[]; asked: number[] } {
  const asked: number[] = [];
  const ends = trials.map(({ problem, seed, budget }) => {
    const { x0, f, slope } = setUp(problem, seed);
    let calls = 0;
    const grad = (x: readonly number[]) => {
      calls += 1;
      return slope(x);
    };
    const flags = { noisy: problem === "noisy", sparse: problem === "sparse" };
    const end = optimize({ x0: [...x0], grad, ...flags, ...(f && { f }) }, budget);
    asked.push(calls);
    return end;
  });
  return { ends, asked };
}

interface SetUp {
  readonly x0: readonly number[];
  readonly f?: (x: readonly number[]) => number;
  /** What a call for the gradient gives; where there is chance, each call another. */
  readonly slope: (x: readonly number[]) => number[];
}

function setUp(problem: Trial["problem"], seed: number): SetUp {
  if (problem === "ravine") return exact(given.bowl([1, 1000], Math.PI / 6), [-8, 1.5]);
  if (problem === "saddle") return exact(given.saddleB, [1, 0]);
  if (problem === "valley") return exact(given.rosenbrock, [-1.2, 1]);
  if (problem === "noisy") {
    const shake = given.gauss(given.mulberry32(seed));
    return { x0: [-8, 1.5], slope: ([x = 0, y = 0]) => [x + shake(), 20 * y + shake()] };
  }
  const uniform = given.mulberry32(seed);
  const normal = given.gauss(given.mulberry32(seed + 1000));
  const slope = ([w1 = 0, w2 = 0]: readonly number[]) => {
    const rare = uniform() < 0.02 ? 1 : 0;
    const frequent = 3 * normal();
    const residual = (w1 - 1) * frequent + (w2 - 2) * rare - 0.1 * normal();
    return [residual * frequent, residual * rare];
  };
  return { x0: [0, 0], slope };
}

function exact(objective: given.Objective, x0: readonly number[]): SetUp {
  return {
    x0,
    f: (x) => objective.value(Float64Array.from(x)),
    slope: (x) => [...objective.gradient(Float64Array.from(x))],
  };
}
