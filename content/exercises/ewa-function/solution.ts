export function ewa(xs: readonly number[], beta: number, correct: boolean): number[] {
  let m = 0;
  return xs.map((x, index) => {
    m = beta * m + (1 - beta) * x;
    return correct ? m / (1 - beta ** (index + 1)) : m;
  });
}
