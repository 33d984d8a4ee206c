import { gauss, type Matrix, mulberry32, type Vec } from "@downhill/optim";
import fc from "fast-check";

/** Seeded matrices and vectors: standard normal entries, the same for the same seed. */
export interface Random {
  vector(n: number): Vec;
  symmetric(n: number): Matrix;
  /** QᵀDQ with these eigenvalues in random axes. */
  withEigenvalues(values: ArrayLike<number>): Matrix;
  uniform(low: number, high: number): number;
}

export function randomFrom(seed: number): Random {
  const uniform = mulberry32(seed);
  const normal = gauss(uniform);
  const vector = (n: number) => Float64Array.from({ length: n }, normal);
  return {
    vector,
    symmetric(n) {
      const B = Array.from({ length: n }, () => vector(n));
      return B.map((row, i) => row.map((entry, j) => entry + B[j]![i]!));
    },
    withEigenvalues(values) {
      // H D H with a product of mirrors, each exact to rounding.
      const n = values.length;
      let A: readonly Vec[] = Array.from(values, (value, i) => {
        const row = new Float64Array(n);
        row[i] = value;
        return row;
      });
      for (let mirrors = 0; mirrors < 3; mirrors++) A = mirrored(A, vector(n));
      return A.map((row, i) => row.map((entry, j) => (entry + A[j]![i]!) / 2));
    },
    uniform: (low, high) => low + (high - low) * uniform(),
  };
}

/** (I − 2uuᵀ) A (I − 2uuᵀ) with u = v/‖v‖. */
function mirrored(A: Matrix, v: Vec): readonly Vec[] {
  const vv = inner(v, v);
  const rows = A.map((row) => {
    const factor = (2 * inner(row, v)) / vv;
    return row.map((entry, j) => entry - factor * v[j]!);
  });
  const below = v.map((_, j) => rows.reduce((sum, row, i) => sum + v[i]! * row[j]!, 0));
  return rows.map((row, i) => row.map((entry, j) => entry - ((2 * v[i]!) / vv) * below[j]!));
}

export function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function apply(A: Matrix, x: ArrayLike<number>): Vec {
  return Float64Array.from(A, (row) => inner(row, x));
}

/** Runs a claim for many sizes and seeds. */
export function forManySeeds(
  claim: (random: Random, n: number) => void,
  { sizes = [1, 8] as readonly [number, number], runs = 100 } = {},
): void {
  const [min, max] = sizes;
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min, max }), (seed, n) => claim(randomFrom(seed), n)),
    { numRuns: runs, seed: 1 },
  );
}
