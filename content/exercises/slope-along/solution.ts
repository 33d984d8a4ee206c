const f = (x: number, y: number) => x * x - x * y + 3 * y * y;

/** Rise over run for a short way along (3, 4)/5, on both sides of the point. */
export function answers(): readonly number[] {
  const h = 1e-4;
  const [a, b] = [(h * 3) / 5, (h * 4) / 5];
  return [(f(2 + a, 1 + b) - f(2 - a, 1 - b)) / (2 * h)];
}
