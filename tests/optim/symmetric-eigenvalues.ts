import type { Matrix } from "@downhill/optim";

/**
 * Eigenvalues of a symmetric matrix in ascending order, by Jacobi rotations: an independent
 * check of what a problem declares about its curvature.
 */
export function symmetricEigenvalues(matrix: Matrix): readonly number[] {
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  const negligible = 1e-15 * Math.max(...a.flat().map(Math.abs));
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) <= negligible) continue;
        const angle = 0.5 * Math.atan2(2 * a[p]![q]!, a[q]![q]! - a[p]![p]!);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (let i = 0; i < n; i++) {
          const [ip, iq] = [a[i]![p]!, a[i]![q]!];
          a[i]![p] = c * ip - s * iq;
          a[i]![q] = s * ip + c * iq;
        }
        for (let i = 0; i < n; i++) {
          const [pi, qi] = [a[p]![i]!, a[q]![i]!];
          a[p]![i] = c * pi - s * qi;
          a[q]![i] = s * pi + c * qi;
        }
      }
  return a.map((row, i) => row[i]!).sort((x, y) => x - y);
}
