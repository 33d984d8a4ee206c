type Matrix = readonly (readonly number[])[];

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, entry, i) => sum + entry * (b[i] ?? 0), 0);
}

export function bfgsUpdate(B: Matrix, delta: readonly number[], y: readonly number[]): number[][] {
  const rho = 1 / dot(y, delta);
  // So far this is the last term of the update alone, and no pair is skipped.
  return B.map((row, i) => row.map((entry, j) => entry + rho * (delta[i] ?? 0) * (delta[j] ?? 0)));
}
