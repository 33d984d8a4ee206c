export function ewa(xs: readonly number[], beta: number, correct: boolean): number[] {
  // A plain running mean: every number counts the same.
  // Let the old ones fade by beta instead, and correct the start when asked to.
  let sum = 0;
  return xs.map((x, index) => {
    sum += x;
    return sum / (index + 1);
  });
}
