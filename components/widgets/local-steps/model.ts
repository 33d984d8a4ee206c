import { iterate, localSgd, meanOf, type Objective } from "@downhill/optim";
import { STEPS } from "./state.ts";

/** Curvature and minimum of what each of the two workers sees. */
export const WORKERS = [
  { lambda: 1, c: 1 },
  { lambda: 10, c: 0 },
] as const;
export const ETA = 0.05;

/** What the workers and their average do, and where the averages tend to. */
export interface LocalModel {
  /** The average of both at every step. */
  readonly average: readonly number[];
  /** Each worker's own point at every step, before it is averaged. */
  readonly own: readonly (readonly number[])[];
  readonly limit: number;
}

/** The minimum of the mean of both objectives. */
export const optimum = weighted(({ lambda }) => lambda);

/** Where local SGD with H steps comes to rest: the minima, weighted by how far each gets in a round. */
export function restingPoint(H: number): number {
  return weighted(({ lambda }) => 1 - (1 - ETA * lambda) ** H);
}

/** Where both begin. */
const START = 0.6;

export function localModel(H: number): LocalModel {
  const objectives = WORKERS.map(({ lambda, c }) => parabola(lambda, c));
  const method = localSgd(objectives, { learningRate: ETA, localSteps: H });
  const mean = meanOf(objectives);
  const frames = [...iterate(method, mean, Float64Array.of(START), { steps: STEPS })];
  return {
    average: frames.map(({ x }) => x[0] as number),
    own: WORKERS.map((_, w) => frames.map(({ state }) => state.copies[w]?.[0] as number)),
    limit: restingPoint(H),
  };
}

function parabola(lambda: number, c: number): Objective {
  return {
    dim: 1,
    value: (x) => (lambda / 2) * ((x[0] as number) - c) ** 2,
    gradient: (x) => Float64Array.of(lambda * ((x[0] as number) - c)),
  };
}

function weighted(weight: (worker: (typeof WORKERS)[number]) => number): number {
  const total = WORKERS.reduce((sum, worker) => sum + weight(worker), 0);
  return WORKERS.reduce((sum, worker) => sum + weight(worker) * worker.c, 0) / total;
}
