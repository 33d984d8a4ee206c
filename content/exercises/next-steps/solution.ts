import { momentum, type Objective, run, vec } from "@downhill/optim";

const surface: Objective = {
  dim: 2,
  value: (at) => 0.5 * ((at[0] ?? 0) ** 2 + 4 * (at[1] ?? 0) ** 2),
  gradient: (at) => vec(at[0] ?? 0, 4 * (at[1] ?? 0)),
};

/** The two points after the start. */
export function answers(): number[][] {
  const { frames } = run(momentum({ learningRate: 0.2, beta: 0.5 }), surface, [-4, 2], {
    steps: 2,
  });
  return frames.slice(1).map(({ x }) => [...x]);
}
