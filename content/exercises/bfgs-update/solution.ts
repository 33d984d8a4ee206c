type Matrix = readonly (readonly number[])[];

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, entry, i) => sum + entry * (b[i] ?? 0), 0);
}

export function bfgsUpdate(B: Matrix, delta: readonly number[], y: readonly number[]): number[][] {
  const product = dot(y, delta);
  if (product <= 0) return B.map((row) => [...row]);
  const rho = 1 / product;
  const By = B.map((row) => dot(row, y));
  const c = rho * (1 + rho * dot(y, By));
  return B.map((row, i) =>
    row.map((entry, j) => {
      const [di, dj] = [delta[i] ?? 0, delta[j] ?? 0];
      const cross = (By[i] ?? 0) * dj + di * (By[j] ?? 0);
      return entry + c * di * dj - rho * cross;
    }),
  );
}
