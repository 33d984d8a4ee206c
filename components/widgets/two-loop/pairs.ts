import { bowl, type CurvaturePair, lbfgs, run } from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";

export const surface = bowl([1, 6], Math.PI / 6);

const { frames } = run(lbfgs({ memory: 3 }), surface, [-4, 1], { steps: 4 });

/** The pairs of the first three steps of a run, oldest first: what the fourth step goes by. */
export const pairs: readonly CurvaturePair[] = frames[4]?.state.memory.pairs ?? [];

const x = frames[3]?.x ?? new Float64Array(2);
const g = surface.gradient(x);

/** The gradient where the fourth step begins. */
export const firstGradient: Point = { x: g[0] as number, y: g[1] as number };
