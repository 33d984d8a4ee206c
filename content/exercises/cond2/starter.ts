export function cond2(a: number, b: number, c: number): number {
  // Right for a diagonal matrix with 0 < a <= c. For all others there is work to do.
  return b === 0 ? c / a : Number.NaN;
}
