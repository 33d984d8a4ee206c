const examples = [
  [1, 2],
  [2, 3],
  [3, 5],
] as const;

const meanSquaredError = (w: number) =>
  examples.reduce((sum, [x, y]) => sum + (w * x - y) ** 2, 0) / examples.length;

/** The slope at w = 1, by a difference: exact for a parabola. */
export function answers(): readonly number[] {
  return [(meanSquaredError(1.5) - meanSquaredError(0.5)) / 1];
}
