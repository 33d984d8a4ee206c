import { type FiniteSum, gauss, linearRegression, mulberry32 } from "@downhill/optim";
import type { Point } from "#src/plotting/scale.ts";

/** Points, the loss of a line wx + c through them, ½ the mean squared error, and where it is least. */
export interface LineData {
  readonly points: readonly Point[];
  readonly loss: FiniteSum;
  readonly best: { readonly w: number; readonly c: number; readonly loss: number };
  /** How far the loss at (w, c) is above its minimum. */
  readonly excess: (w: number, c: number) => number;
}

const COUNT = 200;
const NOISE = 0.5;

/** Two hundred points about the line 2x − 1, drawn in the order x, noise, x, noise, … */
export const nearLine: LineData = lineData(NOISE);
/** The same inputs, and every point on the line. */
export const onLine: LineData = lineData(0);

function lineData(noise: number): LineData {
  const normal = gauss(mulberry32(7));
  const points = Array.from({ length: COUNT }, () => {
    const x = normal();
    return { x, y: 2 * x - 1 + noise * normal() };
  });
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / COUNT;
  const [x, y, xx, xy, yy] = [
    mean((p) => p.x),
    mean((p) => p.y),
    mean((p) => p.x * p.x),
    mean((p) => p.x * p.y),
    mean((p) => p.y * p.y),
  ];
  const w = (xy - x * y) / (xx - x * x);
  const c = y - w * x;
  return {
    points,
    loss: linearRegression(
      points.map((point) => [point.x]),
      points.map((point) => point.y),
    ),
    best: { w, c, loss: Math.max(0, (yy - w * xy - c * y) / 2) },
    // Exact, and with no difference of two nearly equal losses.
    excess: (a, b) => {
      const [dw, dc] = [a - w, b - c];
      return (xx * dw * dw + 2 * x * dw * dc + dc * dc) / 2;
    },
  };
}
