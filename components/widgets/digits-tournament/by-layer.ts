import type { InPlace, Method, Objective, Vec } from "@downhill/optim";

/** Weights of a layer as a matrix, or its biases as a column. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly shape: readonly [rows: number, columns: number];
}

/** The blocks of a network’s parameters, in their order: the weights of a layer, then its biases. */
export function blocksOf(sizes: readonly number[]): readonly Block[] {
  let from = 0;
  return sizes.slice(1).flatMap((outputs, layer) => {
    const inputs = sizes[layer] as number;
    const weights = { from, to: from + inputs * outputs, shape: [outputs, inputs] as const };
    const biases = { from: weights.to, to: weights.to + outputs, shape: [outputs, 1] as const };
    from = biases.to;
    return [weights, biases];
  });
}

/** A training by a method for each block: all blocks move by the same gradient, then are put together. */
export function runByLayer(
  sizes: readonly number[],
  start: Vec,
  methodOf: (block: Block) => Method,
): InPlace {
  const x = Float64Array.from(start);
  const parts = blocksOf(sizes).map((block) => {
    const method = methodOf(block);
    const run = method.inPlace?.(start.slice(block.from, block.to));
    if (run === undefined) throw new TypeError(`by layer: ${method.name} has no form in place`);
    return { ...block, run };
  });
  return {
    x,
    advance(objective, k) {
      const g = objective.gradient(x);
      for (const { from, to, run } of parts) {
        const ending = run.advance(fixedGradient(g.slice(from, to)), k);
        if (ending !== undefined) return ending;
        x.set(run.x, from);
      }
      return undefined;
    },
  };
}

/** What one block sees of the function: its part of the gradient. */
function fixedGradient(g: Vec): Objective {
  return { dim: g.length, value: () => Number.NaN, gradient: () => g };
}
