import { conjugateGradients, dot, matrixTimes } from "@downhill/optim";

/** The two steps of the package. */
export function answers(): readonly number[] {
  const A = [Float64Array.of(3, 1), Float64Array.of(1, 2)];
  const [start, one, two] = conjugateGradients(A, Float64Array.of(5, 5), { tolerance: 1e-12 });
  const alpha = ({ r, d }: { r: Float64Array; d: Float64Array }) =>
    dot(r, r) / dot(d, matrixTimes(A, d));
  return [alpha(start!), dot(one!.r, one!.r) / dot(start!.r, start!.r), alpha(one!), ...two!.x];
}
