export function ewa(xs: readonly number[], beta: number, correct: boolean): number[] {
  // Right for the first number only: each entry knows nothing of those before it.
  // Let it remember them.
  const share = correct ? 1 : 1 - beta;
  return xs.map((x) => share * x);
}
