import { newtonSchulz } from "@downhill/optim";

/** A matrix of two rows and two columns, row by row. */
export type TwoByTwo = readonly [number, number, number, number];

/** The directions of the matrix: it turns by −V, stretches, and turns by U, in radians. */
const U = Math.PI / 5;
const V = -Math.PI / 9;

/** U Σ Vᵀ with the singular values 1 and `small`. */
export function matrixOf(small: number): TwoByTwo {
  const [cu, su, cv, sv] = [Math.cos(U), Math.sin(U), Math.cos(V), Math.sin(V)];
  return [
    cu * cv + small * su * sv,
    cu * sv - small * su * cv,
    su * cv - small * cu * sv,
    su * sv + small * cu * cv,
  ];
}

/** What all singular values made 1 would give: U Vᵀ, a rotation. */
export const rotation: TwoByTwo = matrixOf(1);

/** The matrix after so many steps of the package’s iteration; after none it is M/‖M‖. */
export function afterSteps(small: number, steps: number): TwoByTwo {
  const [a = 0, b = 0, c = 0, d = 0] = newtonSchulz(Float64Array.from(matrixOf(small)), 2, steps);
  return [a, b, c, d];
}

/**
 * What so many steps of the package’s iteration make of a singular value in [0, 1]: it is put into
 * a diagonal matrix of norm 1, which the iteration leaves diagonal.
 */
export function quintic(sigma: number, steps: number): number {
  const other = Math.sqrt(1 - sigma * sigma);
  return newtonSchulz(Float64Array.of(sigma, 0, 0, other), 2, steps)[0] as number;
}

/** The classical iteration σ ← 1.5σ − 0.5σ³, which settles at 1. */
export function cubic(sigma: number, steps: number): number {
  let value = sigma;
  for (let step = 0; step < steps; step++) value = 1.5 * value - 0.5 * value ** 3;
  return value;
}

/** The two singular values after M has been divided by its Frobenius norm, larger first. */
export function singularValues(small: number): readonly [number, number] {
  const size = Math.hypot(1, small);
  return [1 / size, small / size];
}

/** Where a matrix sends the unit circle. */
export function imageOfCircle(matrix: TwoByTwo, corners = 72) {
  const [a, b, c, d] = matrix;
  return Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return { x: a * x + b * y, y: c * x + d * y };
  });
}
