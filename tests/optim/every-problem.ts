import {
  beale,
  bowl,
  chain,
  doubleWell1d,
  dunes,
  himmelblau,
  type Problem,
  rosenbrock,
  saddleB,
} from "@downhill/optim/problems";

/** At least one problem of every file in src/optim/src/problems, under a name for test titles. */
export const everyProblem: readonly (readonly [name: string, problem: Problem])[] = [
  ["beale", beale],
  ["bowl([3])", bowl([3])],
  ["bowl([1, 25])", bowl([1, 25])],
  ["bowl([1, 25], 0.6)", bowl([1, 25], 0.6)],
  ["bowl([0, 2, 7], 1)", bowl([0, 2, 7], 1)],
  ["bowl([-1, 2])", bowl([-1, 2])],
  ["bowl([-1, -2])", bowl([-1, -2])],
  ["chain(1)", chain(1)],
  ["chain(60)", chain(60)],
  ["doubleWell1d", doubleWell1d],
  ["dunes", dunes],
  ["himmelblau", himmelblau],
  ["rosenbrock", rosenbrock],
  ["saddleB", saddleB],
];

/** Those of few variables that have a minimum: what a method that promises to converge is run on. */
export const boundedBelow: readonly Problem[] = everyProblem
  .map(([, problem]) => problem)
  .filter(
    ({ dim, criticalPoints }) => dim <= 2 && criticalPoints.some(({ kind }) => kind === "minimum"),
  )
  .filter(({ id }) => id !== "mccormick"); // falls without end outside its box
