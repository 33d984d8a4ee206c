/** The first number with the lower rate, found by trying. */
export function answers(): readonly number[] {
  let n = 0;
  while (0.5 ** Math.floor((1 + n) / 10) !== 0.5) n++;
  return [n];
}
